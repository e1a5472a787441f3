package org.collporterre.cms.page;

import java.io.IOException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.Territory;
import org.collporterre.reports.page.HtmlText;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.reports.page.MapFiles;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Sdg;

/**
 * Writes records as a list: with filters, as a map, or both. A map is a list whose items say where
 * they are, so that who has no scripts, or does not see, has the same.
 */
final class ListPart {
  private static final int MARKS = 4;
  private static final int CHOICES = 60;

  /** A list of more records tells only their summaries. */
  private static final int DETAILED = 200;

  /** What a list can be filtered by. */
  private record Facet(String name, String word, Map<String, Choice> choices) {}

  private static final class Choice {
    final String label;
    int count;

    Choice(String label) {
      this.label = label;
    }
  }

  private final Scene scene;
  private final Words words;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<Territory, String> territories = new HashMap<>();
  private final List<Facet> facets = new ArrayList<>();
  private boolean details;

  ListPart(Scene scene) {
    this.scene = scene;
    this.words = scene.words();
    for (String name : List.of("type", "champs", "themes", "odd", "territoires")) {
      facets.add(new Facet(name, "filter." + name, new LinkedHashMap<>()));
    }
  }

  void map(HtmlWriter html, List<Entry> entries, String height) throws IOException {
    List<Initiative> located = located(entries);
    scene.assets(html, MapFiles.STYLE, Assets.STYLE);
    begin(html, "carte", "collp-carte collp-hauteur-" + height);
    frame(html, located);
    html.open("details", "class", "collp-secours", "open", "");
    html.element("summary", words.text("map.list")).line();
    html.open("ul", "class", "collp-fiches").line();
    for (Initiative initiative : located) {
      html.open("li", attributes(initiative, new ArrayList<>(List.of("class", "collp-fiche"))));
      scene.title(html, "span", initiative);
      brief(html, initiative);
      html.close().line();
    }
    html.close().close().line();
    unlocated(html, entries, located);
    html.close().line();
    LinkedData.write(scene, html, located);
    scene.assets(html, Assets.MAP);
  }

  void list(HtmlWriter html, List<Entry> entries) throws IOException {
    scene.assets(html, Assets.STYLE);
    begin(html, "liste", "collp-liste");
    String items = Scene.html(inner -> items(inner, entries));
    filters(html);
    html.fragment(items).close().line();
    LinkedData.write(scene, html, entries);
    scene.assets(html, Assets.LIST);
  }

  void explorer(HtmlWriter html, List<Entry> entries, String height) throws IOException {
    List<Initiative> located = located(entries);
    scene.assets(html, MapFiles.STYLE, Assets.STYLE);
    begin(html, "carte liste", "collp-carte collp-liste collp-hauteur-" + height);
    String items = Scene.html(inner -> items(inner, entries));
    filters(html);
    if (!located.isEmpty()) {
      frame(html, located);
    }
    html.fragment(items).close().line();
    LinkedData.write(scene, html, entries);
    scene.assets(html, Assets.MAP, Assets.LIST);
  }

  private static List<Initiative> located(List<Entry> entries) {
    List<Initiative> located = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Initiative initiative && initiative.isLocated()) {
        located.add(initiative);
      }
    }
    return located;
  }

  private void begin(HtmlWriter html, String does, String look) throws IOException {
    List<String> attributes = new ArrayList<>();
    attributes.addAll(List.of("class", "collporterre " + look, "lang", words.language()));
    attributes.addAll(List.of("data-collp", does));
    if (does.startsWith("carte")) {
      attributes.addAll(List.of("data-mots", script()));
      Tiles tiles = scene.tiles();
      if (tiles != null) {
        attributes.addAll(List.of("data-tuiles", tiles.url()));
        attributes.addAll(List.of("data-attribution", tiles.attribution()));
      }
    }
    html.open("div", attributes.toArray(String[]::new)).line();
  }

  /** Returns what the script of the map says, as JSON. */
  private String script() {
    StringBuilder json = new StringBuilder("{");
    for (String key : List.of("plus", "moins", "tout", "fermer", "groupe", "autres", "contours")) {
      json.append(json.length() > 1 ? "," : "").append(HtmlText.json(key)).append(':');
      json.append(HtmlText.json(words.text("map." + key)));
    }
    return json.append('}').toString();
  }

  private void frame(HtmlWriter html, List<Initiative> located) throws IOException {
    String label = words.count("map.label", located.size());
    html.open("div", "class", "collp-cadre", "role", "region", "aria-label", label, "hidden", "");
    html.close().line();
  }

  private void unlocated(HtmlWriter html, List<Entry> entries, List<Initiative> located)
      throws IOException {
    long all = entries.stream().filter(Initiative.class::isInstance).count();
    int without = (int) all - located.size();
    if (without > 0) {
      html.element("p", words.count("map.unlocated", without), "class", "collp-note").line();
    }
  }

  /** Returns where an initiative is, in attributes. */
  private static String[] attributes(Initiative initiative, List<String> attributes) {
    StringBuilder latitudes = new StringBuilder();
    StringBuilder longitudes = new StringBuilder();
    for (Place place : initiative.locations()) {
      if (place.isLocated() && place.latitude() != null && place.longitude() != null) {
        latitudes.append(latitudes.length() == 0 ? "" : " ").append(place.latitude());
        longitudes.append(longitudes.length() == 0 ? "" : " ").append(place.longitude());
      }
    }
    if (latitudes.length() > 0) {
      attributes.addAll(
          List.of("data-lat", latitudes.toString(), "data-lon", longitudes.toString()));
    }
    return attributes.toArray(String[]::new);
  }

  private void brief(HtmlWriter html, Entry entry) throws IOException {
    String where = scene.where(entry);
    if (!where.isEmpty()) {
      html.text(" ").element("span", where, "class", "collp-ou", "dir", "auto");
    }
    summary(html, entry);
  }

  private void summary(HtmlWriter html, Entry entry) throws IOException {
    String summary = scene.summary(entry);
    if (!summary.isEmpty()) {
      html.element("p", summary, "class", "collp-resume", "dir", "auto");
    }
  }

  private void items(HtmlWriter html, List<Entry> entries) throws IOException {
    details = entries.size() <= DETAILED;
    if (entries.isEmpty()) {
      html.element("p", words.text("list.empty")).line();
    }
    html.open("ul", "class", "collp-fiches").line();
    for (Entry entry : entries) {
      item(html, entry);
    }
    html.close().line();
  }

  private void item(HtmlWriter html, Entry entry) throws IOException {
    List<String> attributes = new ArrayList<>(16);
    attributes.addAll(List.of("class", "collp-fiche"));
    String type = Schema.of(entry).name();
    facet(attributes, 0, List.of(type), code -> words.text("types." + code));
    if (entry instanceof Initiative initiative) {
      facet(
          attributes,
          1,
          initiative.fieldsOfAction().stream().map(FieldOfAction::code).toList(),
          code -> label("champs-action", code));
      facet(attributes, 2, initiative.themes(), code -> label("themes", code));
      facet(
          attributes,
          3,
          initiative.sdgs().stream().map(Sdg::code).toList(),
          code -> code + ". " + label("odd", code));
    }
    List<Territory> own = Filter.territoriesOf(entry);
    facet(attributes, 4, own.stream().map(Territory::toString).toList(), code -> name(own, code));
    html.open(
        "li",
        entry instanceof Initiative initiative
            ? attributes(initiative, attributes)
            : attributes.toArray(String[]::new));
    html.element("span", words.text("type." + type), "class", "collp-sorte");
    scene.title(html, "strong", entry);
    byline(html, entry);
    summary(html, entry);
    if (details) {
      more(html, entry);
    }
    if (entry instanceof Initiative initiative) {
      marks(html, initiative);
    }
    html.close().line();
  }

  /** Writes what a page of the record would tell, where it has none. */
  private void more(HtmlWriter html, Entry entry) throws IOException {
    String text = "";
    LocalizedText description = entry.header().description();
    if (description != null) {
      text = scene.text(description);
    } else if (entry instanceof Portrait portrait && portrait.body() != null) {
      text = portrait.body();
    } else if (entry instanceof Methodology methodology && methodology.goal() != null) {
      text = methodology.goal();
    }
    String site = entry instanceof Initiative initiative ? initiative.website() : null;
    if (!scene.address(entry).isEmpty() || text.isEmpty() && site == null) {
      return;
    }
    html.open("details", "class", "collp-plus").element("summary", words.text("more"));
    html.fragment(Prose.html(text, scene.heading() + 1));
    if (site != null) {
      html.open("p").linked(site).close();
    }
    html.close();
  }

  private void byline(HtmlWriter html, Entry entry) throws IOException {
    List<String> parts = new ArrayList<>();
    if (entry instanceof Portrait portrait) {
      parts.add(portrait.subject().name());
    }
    String where = scene.where(entry);
    if (!where.isEmpty()) {
      parts.add(where);
    }
    if (entry instanceof Initiative initiative && initiative.startDate() != null) {
      String year = initiative.startDate().text();
      parts.add(words.text("since", year.substring(0, Math.min(4, year.length()))));
    }
    if (!parts.isEmpty()) {
      html.element("span", String.join(" · ", parts), "class", "collp-ou", "dir", "auto");
    }
  }

  private void marks(HtmlWriter html, Initiative initiative) throws IOException {
    List<String> marks = new ArrayList<>();
    initiative.fieldsOfAction().forEach(one -> marks.add(label("champs-action", one.code())));
    initiative.themes().forEach(one -> marks.add(label("themes", one)));
    if (marks.isEmpty()) {
      return;
    }
    html.open("ul", "class", "collp-marques");
    for (String mark : marks.subList(0, Math.min(MARKS, marks.size()))) {
      html.element("li", mark, "dir", "auto");
    }
    html.close();
  }

  private String label(String vocabulary, String code) {
    return labels.computeIfAbsent(vocabulary + " " + code, key -> scene.code(vocabulary, code));
  }

  private String name(List<Territory> own, String written) {
    for (Territory territory : own) {
      if (territory.toString().equals(written)) {
        return territories.computeIfAbsent(territory, scene::territory);
      }
    }
    return written;
  }

  private void facet(
      List<String> attributes, int number, List<String> codes, Function<String, String> label) {
    if (codes.isEmpty()) {
      return;
    }
    Facet facet = facets.get(number);
    attributes.add("data-" + facet.name());
    attributes.add(String.join("|", codes));
    for (String code : codes) {
      Choice choice = facet.choices().get(code);
      if (choice == null) {
        choice = new Choice(label.apply(code));
        facet.choices().put(code, choice);
      }
      choice.count++;
    }
  }

  /** Writes the filters, once it is known what there is to choose from. */
  private void filters(HtmlWriter html) throws IOException {
    if (!scene.scripts()) {
      return;
    }
    html.open("form", "class", "collp-filtres", "role", "search", "hidden", "").line();
    html.open("label", "class", "collp-texte").text(words.text("filter.text"));
    html.single("input", "type", "search", "name", "texte", "autocomplete", "off").close().line();
    for (Facet facet : facets) {
      if (facet.choices().size() > 1) {
        select(html, facet);
      }
    }
    html.element("button", words.text("filter.reset"), "type", "reset").close().line();
    html.open(
            "p",
            "class",
            "collp-compte",
            "role",
            "status",
            "data-aucune",
            words.text("list.none"),
            "data-une",
            words.text("list.one"),
            "data-plusieurs",
            words.text("list.many"))
        .close()
        .line();
  }

  private void select(HtmlWriter html, Facet facet) throws IOException {
    html.open("label").text(words.text(facet.word())).open("select", "name", facet.name());
    html.element("option", words.text("filter.any"), "value", "");
    List<Map.Entry<String, Choice>> choices = new ArrayList<>(facet.choices().entrySet());
    if (choices.size() > CHOICES) {
      choices.sort(Comparator.comparing(one -> -one.getValue().count));
      choices.subList(CHOICES, choices.size()).clear();
    }
    if (facet.name().equals("odd")) {
      choices.sort(Comparator.comparing(one -> Integer.valueOf(one.getKey())));
    } else if (!facet.name().equals("type")) {
      Collator collator = Collator.getInstance(words.locale());
      choices.sort((a, b) -> collator.compare(a.getValue().label, b.getValue().label));
    }
    for (Map.Entry<String, Choice> choice : choices) {
      String text = choice.getValue().label + " (" + choice.getValue().count + ")";
      html.element("option", text, "value", choice.getKey());
    }
    html.close().close().line();
  }
}
