package org.collporterre.benchmarks;

import java.util.List;
import java.util.Locale;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Made-up initiatives. Each depends on the seed and its own number only, so that any row can know
 * the identifier of any other; nothing is remembered.
 */
final class Initiatives {
  /** Every so many rows there is a network, which other initiatives are members of. */
  private static final int NETWORK = 500;

  private static final int FAULTY_PER_MILLE = 5;
  private static final Fault[] FAULTS = Fault.values();

  private static final List<String> TITLES =
      List.of(
          "Jardin partagé",
          "Atelier de réparation",
          "Épicerie coopérative",
          "Café associatif",
          "Régie de l’eau",
          "Ressourcerie",
          "Habitat participatif",
          "Ferme pédagogique",
          "Monnaie locale",
          "Fête des possibles",
          "Pédibus",
          "Centrale villageoise",
          "École du dehors",
          "Bibliothèque d’objets",
          "Tiers-lieu",
          "Chantier de haies",
          "Compost de quartier",
          "Carte des communs",
          "Maison de santé",
          "Four à pain");

  private static final List<String> SLUGS = TITLES.stream().map(Phrases::slug).toList();

  private final long seed;
  private final long rows;

  /** How many methodologies the dataset has; with none, they are of another one. */
  private final int methodologies;

  private final List<Commune> communes = Commune.all();

  Initiatives(long seed, long rows) {
    this(seed, rows, 0);
  }

  Initiatives(long seed, long rows, int methodologies) {
    this.seed = seed;
    this.rows = rows;
    this.methodologies = methodologies;
  }

  /** Fills the cells of a row; returns what is wrong with it, or null. */
  @Nullable Fault fill(long number, Cells cells) {
    Dice dice = new Dice(seed, number);
    int title = dice.below(TITLES.size());
    Commune commune = dice.pick(communes);
    cells.clear();
    cells.put("id", id(number));
    cells.put("titre", title(title, number, commune));
    texts(cells, dice);
    codes(cells, dice);
    dates(cells, dice);
    place(cells, dice, commune);
    people(cells, dice, SLUGS.get(title), number);
    references(cells, dice, number);
    sheet(cells, dice);
    agree(cells);
    Fault fault = fault(number);
    if (fault != null) {
      fault.apply(cells, commune, id(earlier(number, dice)));
    }
    return fault;
  }

  /** The number tells it from others: two of a kind in one municipality seem to be the same. */
  private static String title(int title, long number, Commune commune) {
    return TITLES.get(title) + " n° " + (number + 1) + " à " + commune.name();
  }

  private @Nullable Fault fault(long number) {
    Dice dice = new Dice(~seed, number);
    // Networks are sound: other rows rely on them, and the first row has none before it.
    return number % NETWORK != 0 && dice.below(1000) < FAULTY_PER_MILLE
        ? FAULTS[dice.below(FAULTS.length)]
        : null;
  }

  String id(long number) {
    Dice dice = new Dice(seed, number);
    String title = SLUGS.get(dice.below(SLUGS.size()));
    return title + "-" + dice.pick(communes).slug() + "-" + Long.toString(number, 36);
  }

  /** Returns the number of an earlier row that has an identifier of its own. */
  private long earlier(long number, Dice dice) {
    long other = number - 1 - dice.below((int) Math.min(number, 100_000));
    while (fault(other) == Fault.DUPLICATE) {
      other--;
    }
    return other;
  }

  private static void texts(Cells cells, Dice dice) {
    cells.put("resume", Phrases.sentence(dice));
    maybe(cells, dice, 22, "description", Phrases.text(dice, 1 + dice.below(3)));
    maybe(cells, dice, 70, "mots_cles", Phrases.words(dice, 4));
    maybe(cells, dice, 3, "autres_titres", "Association " + Phrases.name(dice));
    maybe(cells, dice, 3, "facteur_declenchant", Phrases.text(dice, 2));
    maybe(cells, dice, 5, "singularite", Phrases.sentence(dice));
    maybe(cells, dice, 3, "plus_value_sociale", Phrases.text(dice, 2));
    maybe(cells, dice, 3, "modele_economique", Phrases.sentence(dice));
    maybe(cells, dice, 10, "potentiel_deploiement", Phrases.sentence(dice));
  }

  private static void codes(Cells cells, Dice dice) {
    cells.put("nature", codes(dice, "natures", 1));
    cells.put("champs_action", codes(dice, "champs-action", 2));
    cells.put("themes", codes(dice, "themes", 3));
    maybe(cells, dice, 50, "approches", codes(dice, "approches", 2));
    maybe(cells, dice, 50, "odd", codes(dice, "odd", 3));
    cells.put("avancement", codes(dice, "avancements", 1));
    maybe(cells, dice, 80, "echelle", codes(dice, "echelles", 1));
    maybe(cells, dice, 60, "profil_porteur", codes(dice, "profils-porteur", 1));
    maybe(cells, dice, 60, "publics", codes(dice, "publics", 3));
  }

  private static void dates(Cells cells, Dice dice) {
    int year = 1990 + dice.below(30);
    String start =
        switch (dice.below(5)) {
          case 0 -> year + "~";
          case 1 -> day(dice, year);
          case 2 -> day(dice, year).substring(0, 7);
          case 3 -> year / 10 + "X";
          default -> String.valueOf(year);
        };
    maybe(cells, dice, 85, "date_debut", start);
    maybe(cells, dice, 8, "date_fin", day(dice, year + 10));
  }

  private static void place(Cells cells, Dice dice, Commune commune) {
    if (dice.percent(5)) {
      cells.put("territoires", "dep:" + commune.department() + "|reg:" + commune.region());
      return;
    }
    maybe(cells, dice, 30, "territoires", "com:" + commune.insee());
    maybe(cells, dice, 5, "libelle", Phrases.name(dice));
    maybe(cells, dice, 30, "adresse", 1 + dice.below(200) + " rue de l’Église");
    cells.put("code_postal", commune.postcode());
    cells.put("commune", commune.name());
    cells.put("code_insee", commune.insee());
    maybe(cells, dice, 70, "code_pays", "FR");
    if (dice.percent(80)) {
      cells.put("latitude", degrees(dice, commune.latitude()));
      cells.put("longitude", degrees(dice, commune.longitude()));
      maybe(cells, dice, 70, "precision_position", codes(dice, "precisions", 1));
    }
  }

  /** What one field says must not be denied by another. */
  private static void agree(Cells cells) {
    if (!cells.get("date_fin").isEmpty()) {
      cells.put("avancement", "terminee");
    } else if (cells.get("avancement").equals("terminee")) {
      cells.put("avancement", "perennisation");
    }
    if (cells.get("territoires").startsWith("com:") && !cells.get("echelle").isEmpty()) {
      cells.put("echelle", "commune");
    }
  }

  private static void people(Cells cells, Dice dice, String slug, long number) {
    String host = slug + "-" + Long.toString(number, 36) + ".example.org";
    maybe(cells, dice, 55, "porteurs", Phrases.name(dice));
    maybe(cells, dice, 55, "site_web", "https://www." + host + "/");
    if (dice.percent(50)) {
      cells.put("courriel", "contact@" + host);
      maybe(cells, dice, 50, "courriel_public", dice.percent(80) ? "oui" : "non");
    }
    maybe(cells, dice, 8, "images", "https://" + host + "/photos/" + dice.below(1000) + ".jpg");
  }

  private void references(Cells cells, Dice dice, long number) {
    boolean network = number % NETWORK == 0;
    maybe(cells, dice, 5, "identifiants_externes", "wikidata:Q" + (1_000_000 + number));
    maybe(cells, dice, 2, "methodologies", methodology(dice));
    maybe(cells, dice, 3, "applique", methodology(dice) + "@1." + dice.below(4));
    if (!network && dice.percent(4)) {
      cells.put("replique_de", id(earlier(number, dice)));
    }
    if (!network && dice.percent(10)) {
      long networks = (rows + NETWORK - 1) / NETWORK;
      cells.put("membre_de", id((long) NETWORK * dice.below((int) networks)));
    }
  }

  /**
   * Returns the identifier of one, or its address in another dataset where a lone table of
   * initiatives holds none.
   */
  private String methodology(Dice dice) {
    return methodologies > 0
        ? Methodologies.id(dice.below(methodologies))
        : "https://exemple.org/methodologies/m" + dice.below(500);
  }

  private static void sheet(Cells cells, Dice dice) {
    int year = 2012 + dice.below(12);
    maybe(cells, dice, 70, "langue", dice.percent(95) ? "fr" : "br");
    maybe(cells, dice, 80, "statut_fiche", "publie");
    maybe(cells, dice, 50, "date_creation", day(dice, year));
    cells.put("date_maj", day(dice, year + 1));
    if (dice.percent(10)) {
      cells.put("verifie_le", day(dice, year + 1));
      cells.put("verifie_par", Phrases.name(dice));
    }
    maybe(cells, dice, 40, "collecte_par", Phrases.name(dice));
    cells.put("licence", dice.percent(80) ? "CC-BY-SA-4.0" : "etalab-2.0");
    maybe(cells, dice, 2, "licence_texte", "licence creative commons");
    maybe(cells, dice, 8, "reference_urls", "https://example.org/article?n=" + dice.below(5000));
  }

  private static void maybe(Cells cells, Dice dice, int percent, String key, String text) {
    if (dice.percent(percent)) {
      cells.put(key, text);
    }
  }

  /** Returns one to so many different codes of a vocabulary. */
  private static String codes(Dice dice, String vocabulary, int most) {
    List<Concept> concepts = List.copyOf(Vocabularies.standard().get(vocabulary).concepts());
    int count = 1 + dice.below(most);
    int at = dice.below(concepts.size());
    StringBuilder codes = new StringBuilder(concepts.get(at).code());
    for (int i = 1; i < count; i++) {
      at = (at + 1) % concepts.size();
      codes.append('|').append(concepts.get(at).code());
    }
    return codes.toString();
  }

  private static String day(Dice dice, int year) {
    int month = 1 + dice.below(12);
    int day = 1 + dice.below(28);
    return year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
  }

  private static String degrees(Dice dice, double middle) {
    return String.format(Locale.ROOT, "%.5f", middle - 0.25 + dice.below(50_000) / 100_000.0);
  }
}
