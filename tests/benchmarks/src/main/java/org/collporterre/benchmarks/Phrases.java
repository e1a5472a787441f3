package org.collporterre.benchmarks;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** French texts put together from parts; tens of thousands of each kind. */
final class Phrases {
  private static final List<String> WHO =
      List.of(
          "Des habitants",
          "Une dizaine de bénévoles",
          "Les élèves du collège",
          "Trois exploitations voisines",
          "Les gens du quartier",
          "Deux associations",
          "Des retraités et des étudiants",
          "Quatre communes rurales",
          "Des parents d’élèves",
          "Des coopératives locales",
          "Les commerçants du bourg",
          "Élus et chômeurs");

  private static final List<String> DO =
      List.of(
          "cultivent ensemble",
          "réparent chaque mois",
          "cartographient",
          "rénovent pas à pas",
          "partagent à prix libre",
          "gèrent en commun",
          "transmettent aux plus jeunes",
          "font connaître",
          "remettent en état",
          "étudient avec des chercheurs");

  private static final List<String> WHAT =
      List.of(
          "les friches du quartier",
          "des vélos abandonnés",
          "les chemins et les fontaines",
          "un ancien presbytère",
          "leurs outils et leurs savoir-faire",
          "une chaufferie au bois",
          "la mémoire ouvrière",
          "un atelier ouvert à tous",
          "les invendus du marché",
          "une école fermée en 1998",
          "des semences paysannes");

  private static final List<String> HOW =
      List.of(
          "sans hiérarchie ni cotisation",
          "grâce à un prêt à taux zéro",
          "avec l’aide du département",
          "deux samedis par mois",
          "pour que chacun s’y retrouve",
          "où naguère tout était fermé",
          "à l’écart des circuits habituels",
          "et publient leurs comptes",
          "depuis l’été dernier",
          "malgré un budget très serré",
          "en s’appuyant sur l’existant");

  private static final List<String> SAID =
      List.of(
          "on commence petit, et on continue",
          "personne ne nous attendait",
          "le plus dur, c’est d’ouvrir la porte",
          "ici, rien ne se jette",
          "il a fallu trois hivers");

  private static final List<String> WORDS =
      List.of(
          "potager",
          "réparation",
          "vélo",
          "entraide",
          "bénévolat",
          "compost",
          "mémoire",
          "école",
          "eau",
          "forêt",
          "numérique",
          "réemploi",
          "énergie",
          "précarité",
          "fête",
          "troc",
          "logement",
          "santé",
          "bocage",
          "coopération");

  private static final List<String> NAMES =
      List.of(
          "Les Amis du Marché",
          "Aurélie Le Gall",
          "Collectif Béton Fleuri",
          "Régie de quartier",
          "Benoît Quéré",
          "Coopérative L’Élan",
          "Foyer rural",
          "Zoé Müller",
          "Commune nouvelle",
          "Université populaire",
          "Noël Guéguen",
          "Maison des énergies");

  private Phrases() {}

  /** Returns a sentence. */
  static String sentence(Dice dice) {
    return dice.pick(WHO)
        + " "
        + dice.pick(DO)
        + " "
        + dice.pick(WHAT)
        + ", "
        + dice.pick(HOW)
        + ".";
  }

  /** Returns some sentences, now and then with a quotation or in paragraphs. */
  static String text(Dice dice, int sentences) {
    StringBuilder text = new StringBuilder(sentence(dice));
    for (int i = 1; i < sentences; i++) {
      text.append(dice.percent(25) ? "\n\n" : " ").append(sentence(dice));
    }
    if (dice.percent(20)) {
      text.append(" « ").append(dice.pick(SAID)).append(" », dit l’une ; \"");
      text.append(dice.pick(SAID)).append("\", dit l’autre.");
    }
    return text.toString();
  }

  /** Returns one to so many different keywords as a list. */
  static String words(Dice dice, int most) {
    int at = dice.below(WORDS.size());
    StringBuilder words = new StringBuilder(WORDS.get(at));
    for (int i = dice.below(most); i > 0; i--) {
      at = (at + 1) % WORDS.size();
      words.append('|').append(WORDS.get(at));
    }
    return words.toString();
  }

  /** Returns the name of a person or an organisation. */
  static String name(Dice dice) {
    return dice.pick(NAMES);
  }

  /** Returns a text in lower-case ASCII letters, digits and hyphens. */
  static String slug(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replace("œ", "oe")
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
