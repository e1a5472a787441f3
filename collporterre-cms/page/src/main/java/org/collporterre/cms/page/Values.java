package org.collporterre.cms.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.model.Entry;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.PartialDate;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Territory;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.schema.Field;
import org.collporterre.vocabulary.Coded;

/** Writes values of fields for readers: labels for codes, names for territories, links. */
final class Values {
  private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:[.,]\\d+)?)([YMWDHS])");

  private final Scene scene;
  private final Words words;

  Values(Scene scene) {
    this.scene = scene;
    this.words = scene.words();
  }

  /** Returns the values of a field, none or one unless it is a list. */
  static List<?> of(Field field, Object entry) {
    Object value = field.from(entry);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  /** Writes one value. */
  void write(HtmlWriter html, Field field, Object value) throws IOException {
    if (value instanceof RecordRef reference) {
      reference(html, field, reference);
    } else if (value instanceof String text && field.codeList() == null) {
      text(html, text);
    } else {
      html.element("span", text(field, value), "dir", "auto");
    }
  }

  private void text(HtmlWriter html, String text) throws IOException {
    if (MAIL.matcher(text).matches()) {
      String to = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%40", "@");
      html.open("a", "href", "mailto:" + to).text(text).close();
    } else {
      html.linked(text);
    }
  }

  void reference(HtmlWriter html, Field field, RecordRef reference) throws IOException {
    Class<? extends Entry> type = field.refersTo();
    Entry entry =
        type == null || !reference.isLocal()
            ? null
            : scene.publication().entry(type, reference.target());
    if (entry != null) {
      scene.title(html, "span", entry);
      if (reference.version() != null) {
        html.text(" " + words.text("version", reference.version()));
      }
    } else {
      html.linked(reference.toString());
    }
  }

  /** Returns one value as text. */
  String text(Field field, Object value) {
    if (value instanceof Coded coded) {
      return label(field, coded.code());
    } else if (value instanceof LocalizedText text) {
      return scene.text(text);
    } else if (value instanceof Territory territory) {
      return scene.territory(territory);
    } else if (value instanceof LocalDate day) {
      return words.day(day);
    } else if (value instanceof PartialDate date) {
      return date(date);
    } else if (value instanceof IsoDuration duration) {
      return duration(duration);
    } else if (value instanceof Boolean yes) {
      return words.text(yes ? "yes" : "no");
    } else if (value instanceof Number number) {
      return words.number(number);
    } else if (value instanceof String code && field.codeList() != null) {
      return label(field, code);
    }
    return field.type().write(value);
  }

  private String label(Field field, String code) {
    String vocabulary = field.codeList();
    String label = vocabulary == null ? code : scene.code(vocabulary, code);
    // Goals are known by their numbers.
    return code.chars().allMatch(Character::isDigit) ? code + ". " + label : label;
  }

  String date(PartialDate date) {
    String text = date.text();
    if (date.isIso() && text.length() == 10) {
      return words.day(date.earliest());
    } else if (date.isApproximate()) {
      return words.text("about", text.replace("~", ""));
    }
    return text;
  }

  String duration(IsoDuration duration) {
    String text = duration.text();
    int time = text.indexOf('T');
    List<String> parts = new ArrayList<>();
    Matcher part = DURATION.matcher(text);
    while (part.find()) {
      boolean minutes = part.group(2).equals("M") && time >= 0 && part.start() > time;
      String unit = minutes ? "MIN" : part.group(2);
      boolean one = part.group(1).equals("1");
      parts.add(words.text("duration." + unit + (one ? ".one" : ".many"), part.group(1)));
    }
    return parts.isEmpty() ? text : String.join(" ", parts);
  }
}
