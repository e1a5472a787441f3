package org.collporterre.cms.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Actor;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Reference;
import org.collporterre.model.Sheet;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes one record, whole: what names it, its texts, short facts beside them, what it has to do
 * with others, and where it is from. Which fields there are is the schema's to say; a field that is
 * new is there at once, a confidential one never.
 */
final class SheetPart {
  /** A text that is longer is for a paragraph, a shorter one for the facts. */
  private static final int FACT = 100;

  /** Items of a list that are all no longer are words, not sentences. */
  private static final int WORD = 40;

  /** What has a place of its own in the sheet. */
  private static final Set<String> OWN_PLACE =
      Set.of(
          "titre",
          "autres_titres",
          "resume",
          "description",
          "images",
          "porteurs",
          "texte",
          "citations",
          "nom_sujet",
          "role_sujet",
          "reference_urls");

  private final Scene scene;
  private final Words words;
  private final Values values;
  private final Entry entry;
  private final List<Field> facts = new ArrayList<>();
  private final List<Field> texts = new ArrayList<>();
  private final List<Field> lists = new ArrayList<>();
  private final List<Field> relations = new ArrayList<>();
  private final List<Field> provenance = new ArrayList<>();

  SheetPart(Scene scene, Entry entry) {
    this.scene = scene;
    this.words = scene.words();
    this.values = new Values(scene);
    this.entry = entry;
    Schema.of(entry).fields().forEach(this::sort);
  }

  private void sort(Field field) {
    Group group = field.group();
    List<?> of = Values.of(field, entry);
    boolean elsewhere =
        OWN_PLACE.contains(field.key()) || group != null && group.type() == Place.class;
    if (of.isEmpty() || elsewhere || !field.isPublicOf(entry)) {
      return;
    }
    boolean plain = field.isProse() && field.codeList() == null;
    int longest = of.stream().mapToInt(value -> String.valueOf(value).length()).max().orElse(0);
    if (group != null && group.type() == Sheet.class
        || field.key().equals("id")
        || field.key().equals("identifiants_externes")) {
      provenance.add(field);
    } else if (field.refersTo() != null) {
      relations.add(field);
    } else if (plain && field.isList() && longest > WORD) {
      lists.add(field);
    } else if (plain && !field.isList() && (field.isDetail() || longest > FACT)) {
      texts.add(field);
    } else {
      facts.add(field);
    }
  }

  void write(HtmlWriter html) throws IOException {
    scene.assets(html, Assets.STYLE);
    html.open("article", "class", "collporterre collp-sheet", "lang", words.language()).line();
    header(html);
    images(html, entry.header().images());
    String beside = Scene.html(this::beside);
    html.open("div", "class", beside.isEmpty() ? "collp-corps collp-etroit" : "collp-corps").line();
    html.open("div", "class", "collp-texte-long").line();
    texts(html);
    html.close().line().fragment(beside).close().line();
    provenance(html);
    html.close().line();
    LinkedData.write(scene, html, List.of(entry));
  }

  private void header(HtmlWriter html) throws IOException {
    html.open("header", "class", "collp-entete").line();
    html.element("p", scene.type(entry.getClass()), "class", "collp-sorte").line();
    String foreign = scene.foreign(entry, entry.title());
    if (foreign.isEmpty()) {
      html.element(scene.heading(0), scene.title(entry), "class", "collp-titre", "dir", "auto");
    } else {
      html.element(
          scene.heading(0),
          scene.title(entry),
          "class",
          "collp-titre",
          "dir",
          "auto",
          "lang",
          foreign);
    }
    html.line();
    List<String> others = entry.header().alternateTitles();
    if (!others.isEmpty()) {
      html.element("p", String.join(" · ", others), "class", "collp-ou", "dir", "auto").line();
    }
    if (entry instanceof Portrait portrait) {
      String role = portrait.subject().role();
      String who = portrait.subject().name() + (role == null ? "" : " — " + role);
      html.element("p", who, "class", "collp-ou", "dir", "auto").line();
    }
    String summary = scene.summary(entry);
    if (!summary.isEmpty()) {
      html.element("p", summary, "class", "collp-chapeau", "dir", "auto").line();
    }
    html.close().line();
  }

  private void images(HtmlWriter html, List<Media> images) throws IOException {
    if (images.isEmpty()) {
      return;
    }
    html.open("div", "class", "collp-images").line();
    for (Media media : images) {
      html.open("figure");
      String type = media.mediaType();
      boolean picture = type == null || type.startsWith("image/");
      if (picture && media.url().startsWith("https://") && Scene.isSafe(media.url())) {
        String alt = media.alt() == null ? "" : media.alt();
        html.single(
            "img",
            "src",
            media.url(),
            "alt",
            alt,
            "loading",
            "lazy",
            "decoding",
            "async",
            "referrerpolicy",
            "no-referrer");
      } else {
        html.linked(media.url());
      }
      caption(html, media);
      html.close().line();
    }
    html.close().line();
  }

  private static void caption(HtmlWriter html, Media media) throws IOException {
    List<String> parts = new ArrayList<>();
    add(parts, media.caption());
    add(parts, media.author());
    add(parts, media.license());
    if (!parts.isEmpty()) {
      html.element("figcaption", String.join(" · ", parts), "dir", "auto");
    }
  }

  private static void add(List<String> parts, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      parts.add(text);
    }
  }

  private void texts(HtmlWriter html) throws IOException {
    LocalizedText description = entry.header().description();
    if (description != null) {
      prose(html, scene.text(description), scene.foreign(entry, description), 1);
    }
    if (entry instanceof Portrait portrait) {
      portrait(html, portrait);
    }
    for (Field field : texts) {
      html.element(scene.heading(1), words.field(field.key())).line();
      for (Object value : Values.of(field, entry)) {
        prose(html, values.text(field, value), "", 2);
      }
    }
    for (Field field : lists) {
      html.element(scene.heading(1), words.field(field.key())).line().open("ul");
      for (Object value : Values.of(field, entry)) {
        html.open("li", "dir", "auto");
        values.write(html, field, value);
        html.close();
      }
      html.close().line();
    }
    if (entry instanceof Methodology methodology) {
      new MethodologyPart(scene, methodology).write(html);
    }
    references(html, entry.sheet().references());
  }

  private void prose(HtmlWriter html, String text, String foreign, int below) throws IOException {
    String inner = Prose.html(text, scene.heading() + below);
    if (foreign.isEmpty()) {
      html.fragment(inner);
    } else {
      html.open("div", "lang", foreign).fragment(inner).close();
    }
  }

  private void portrait(HtmlWriter html, Portrait portrait) throws IOException {
    for (String quote : portrait.quotes()) {
      html.open("blockquote", "dir", "auto").element("p", quote, "dir", "auto").close().line();
    }
    if (portrait.body() != null) {
      prose(html, portrait.body(), "", 1);
    }
  }

  private void references(HtmlWriter html, List<Reference> references) throws IOException {
    if (references.isEmpty()) {
      return;
    }
    html.element(scene.heading(1), words.text("references")).line().open("ul").line();
    for (Reference reference : references) {
      html.open("li", "dir", "auto");
      List<String> parts = new ArrayList<>(reference.authors());
      add(parts, reference.title());
      add(parts, reference.publisher());
      if (reference.date() != null) {
        parts.add(values.date(reference.date()));
      }
      html.text(String.join(", ", parts));
      if (reference.url() != null) {
        html.text(parts.isEmpty() ? "" : " ").linked(reference.url());
      }
      html.close().line();
    }
    html.close().line();
  }

  private void beside(HtmlWriter html) throws IOException {
    String inner =
        Scene.html(
            out -> {
              facts(out, facts);
              places(out);
              actors(out);
              related(out);
            });
    if (!inner.isEmpty()) {
      html.open(
              "aside",
              "class",
              "collp-faits",
              "aria-label",
              words.text("facts") + " – " + scene.title(entry))
          .line();
      html.open("dl").line().fragment(inner).close().close().line();
    }
  }

  private void facts(HtmlWriter html, List<Field> fields) throws IOException {
    for (Field field : fields) {
      html.element("dt", words.field(field.key())).open("dd");
      values(html, field);
      html.close().line();
    }
  }

  private void values(HtmlWriter html, Field field) throws IOException {
    String separator = "";
    for (Object value : Values.of(field, entry)) {
      html.text(separator);
      values.write(html, field, value);
      separator = ", ";
    }
  }

  private void places(HtmlWriter html) throws IOException {
    if (!(entry instanceof Initiative initiative) || initiative.locations().isEmpty()) {
      return;
    }
    String inner =
        Scene.html(
            out -> {
              for (Place place : initiative.locations()) {
                place(out, place);
              }
            });
    if (!inner.isEmpty()) {
      html.element("dt", words.text("places")).open("dd").open("ul").fragment(inner);
      html.close().close().line();
    }
  }

  private static void place(HtmlWriter html, Place place) throws IOException {
    List<String> parts = new ArrayList<>();
    add(parts, place.label());
    add(parts, place.street());
    String postcode = place.postcode() == null ? "" : place.postcode() + " ";
    add(parts, place.locality() == null ? null : postcode + place.locality());
    if (place.country() != null && !place.country().equals("FR")) {
      parts.add(place.country());
    }
    if (!parts.isEmpty()) {
      html.element("li", String.join(", ", parts), "dir", "auto");
    }
  }

  /** Persons are never named as actors: nobody asked them. */
  private void actors(HtmlWriter html) throws IOException {
    if (!(entry instanceof Initiative initiative)) {
      return;
    }
    Map<String, List<Actor>> byRole = new LinkedHashMap<>();
    for (Actor actor : initiative.actors()) {
      if (!actor.isPersonal()) {
        String role = actor.role() == null ? "porteur" : actor.role().code();
        byRole.computeIfAbsent(role, key -> new ArrayList<>()).add(actor);
      }
    }
    for (Map.Entry<String, List<Actor>> role : byRole.entrySet()) {
      html.element("dt", scene.code("roles", role.getKey())).open("dd").open("ul");
      for (Actor actor : role.getValue()) {
        html.open("li", "dir", "auto").text(actor.name());
        if (actor.url() != null) {
          html.text(" ").linked(actor.url());
        }
        html.close();
      }
      html.close().close().line();
    }
  }

  private void related(HtmlWriter html) throws IOException {
    for (Field field : relations) {
      html.element("dt", words.field(field.key())).open("dd").open("ul");
      for (Object value : Values.of(field, entry)) {
        html.open("li", "dir", "auto");
        values.write(html, field, value);
        html.close();
      }
      html.close().close().line();
    }
    List<Entry> forward = forward();
    for (Map.Entry<Field, List<Entry>> named :
        scene.publication().relations().of(entry).entrySet()) {
      List<Entry> others = new ArrayList<>(named.getValue());
      others.removeAll(forward);
      if (others.isEmpty()) {
        continue;
      }
      String key = "back." + named.getKey().key();
      html.element("dt", words.has(key) ? words.text(key) : words.text("back")).open("dd");
      html.open("ul");
      for (Entry other : others.subList(0, Math.min(50, others.size()))) {
        html.open("li", "dir", "auto");
        scene.title(html, "span", other);
        html.close();
      }
      html.close().close().line();
    }
  }

  /** Returns the records that this one names itself: they are not listed twice. */
  private List<Entry> forward() {
    List<Entry> named = new ArrayList<>();
    for (Field field : relations) {
      for (Object value : Values.of(field, entry)) {
        Class<? extends Entry> type = field.refersTo();
        if (type != null && value instanceof RecordRef reference) {
          Entry other = scene.publication().entry(type, reference.target());
          if (other != null) {
            named.add(other);
          }
        }
      }
    }
    return named;
  }

  private void provenance(HtmlWriter html) throws IOException {
    html.open("footer", "class", "collp-provenance").open("dl").line();
    for (Field field : provenance) {
      html.open("div").element("dt", words.field(field.key())).open("dd");
      values(html, field);
      html.close().close().line();
    }
    html.close().close().line();
  }
}
