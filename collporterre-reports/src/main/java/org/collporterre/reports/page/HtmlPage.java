package org.collporterre.reports.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A page in one file: nothing is loaded, and a Content Security Policy has the browser run only
 * those scripts and apply only those styles that the page was made with, whatever its texts hold.
 * It is in French and English, one of which is shown; works without scripts in the first language;
 * has a light and a dark look and one for paper. Immutable and thread-safe.
 *
 * <p>The look has classes for what pages have in common, see {@code page.css}: {@code card}, {@code
 * tiles}, {@code muted}, {@code chip}, {@code code}. Elements of class {@code js} are there with
 * scripts only, those of class {@code screen} not on paper.
 */
public final class HtmlPage {
  /** Writes what is between the head and the foot of a page. */
  public interface Body {
    /** Writes it; one {@code h1}, then sections. */
    void write(HtmlWriter out) throws IOException;
  }

  private final Locale locale;
  private final Both title;
  private final Both foot;
  private final List<String> styles;
  private final List<String> scripts;

  private HtmlPage(
      Locale locale, Both title, Both foot, List<String> styles, List<String> scripts) {
    this.locale = locale;
    this.title = title;
    this.foot = foot;
    this.styles = styles;
    this.scripts = scripts;
  }

  /** Returns a page that opens in French for French, in English for anything else. */
  public static HtmlPage in(Locale locale, Both title) {
    Locale chosen = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    String style = resource(HtmlPage.class, "page.css");
    String script = resource(HtmlPage.class, "page.js");
    return new HtmlPage(chosen, title, Both.same(""), List.of(style), List.of(script));
  }

  /** Returns this page with a line at its foot. */
  public HtmlPage withFoot(Both line) {
    return new HtmlPage(locale, title, line, styles, scripts);
  }

  /**
   * Returns this page with a style of its own, after those it has.
   *
   * @throws IllegalArgumentException when it could end its element: an error of the program
   */
  public HtmlPage withStyle(String css) {
    HtmlWriter.requireInline("style", css);
    return new HtmlPage(locale, title, foot, with(styles, css), scripts);
  }

  /**
   * Returns this page with a script of its own, after those it has. A script may listen for {@code
   * language} events of the document, and finds the language in the {@code lang} of its root.
   *
   * @throws IllegalArgumentException when it could end its element: an error of the program
   */
  public HtmlPage withScript(String javascript) {
    HtmlWriter.requireInline("script", javascript);
    return new HtmlPage(locale, title, foot, styles, with(scripts, javascript));
  }

  private static List<String> with(List<String> list, String one) {
    List<String> more = new ArrayList<>(list);
    more.add(one);
    return List.copyOf(more);
  }

  /**
   * Returns the text of a file beside a class, with LF line ends.
   *
   * @throws IllegalArgumentException when there is none: an error of the program
   */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the page in UTF-8.
   *
   * @param out where it goes; flushed, not closed
   * @throws IOException when it cannot be written
   */
  public void write(OutputStream out, Body body) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    HtmlWriter html = new HtmlWriter(writer);
    html.fragment("<!doctype html>\n").open("html", "lang", locale.getLanguage()).line();
    head(html);
    html.open("body").line().fragment(resource(HtmlPage.class, "icons.svg"));
    bar(html);
    html.open("main", "id", "main", "tabindex", "-1").line();
    body.write(html);
    html.close().line().element("footer", foot).line();
    for (String script : scripts) {
      html.inline("script", script);
    }
    html.close().close().line();
    writer.flush();
  }

  private void head(HtmlWriter html) throws IOException {
    html.open("head").line().single("meta", "charset", "utf-8").line();
    html.single("meta", "http-equiv", "Content-Security-Policy", "content", policy()).line();
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.line().single("meta", "name", "color-scheme", "content", "light dark").line();
    html.single("meta", "name", "referrer", "content", "no-referrer").line();
    html.element("title", title.in(locale), "data-fr", title.french(), "data-en", title.english())
        .line();
    for (String style : styles) {
      html.inline("style", style);
    }
    html.close().line();
  }

  private String policy() {
    return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
        + hashes(styles)
        + "; script-src "
        + hashes(scripts);
  }

  /** Returns what a Content Security Policy calls texts of scripts or styles that a page holds. */
  public static String hashes(List<String> texts) {
    return texts.stream()
        .map(text -> "'sha256-" + hash(text) + "'")
        .collect(Collectors.joining(" "));
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void bar(HtmlWriter html) throws IOException {
    Both skip = new Both("Aller au contenu", "Skip to content");
    html.open("a", "class", "skip", "href", "#main").text(skip).close().line();
    html.open("header", "class", "bar screen").element("span", "Collporterre", "class", "brand");
    html.open("span", "class", "languages js");
    language(html, Locale.FRENCH, "Français");
    language(html, Locale.ENGLISH, "English");
    html.close().close().line();
  }

  private void language(HtmlWriter html, Locale language, String name) throws IOException {
    String tag = language.getLanguage();
    html.element(
        "button",
        name,
        "type",
        "button",
        "class",
        "always",
        "lang",
        tag,
        "data-language",
        tag,
        "aria-pressed",
        String.valueOf(language.equals(locale)));
  }
}
