package org.collporterre.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collporterre.vocabulary.Folding;

/** Finds e-mail addresses in texts, and tells those of persons from those of roles. */
final class EmailAddresses {
  /** What addresses of offices and groups begin with, folded. */
  private static final Set<String> ROLES =
      Set.of(
          "abonnement",
          "abonnements",
          "accueil",
          "administratif",
          "administration",
          "admin",
          "adherent",
          "adherents",
          "adhesion",
          "adhesions",
          "agence",
          "ccas",
          "cias",
          "csc",
          "mjc",
          "msap",
          "pij",
          "pimms",
          "agglo",
          "amap",
          "antenne",
          "asso",
          "association",
          "assos",
          "atelier",
          "ateliers",
          "bibliotheque",
          "boite",
          "bonjour",
          "boutique",
          "bureau",
          "cafe",
          "centre",
          "cinema",
          "collectif",
          "com",
          "comite",
          "commande",
          "commerce",
          "communication",
          "commune",
          "compta",
          "comptabilite",
          "conseil",
          "contact",
          "contactez",
          "contacts",
          "cooperative",
          "coop",
          "coordination",
          "courrier",
          "culture",
          "direction",
          "donnees",
          "dpo",
          "ecole",
          "ecolieu",
          "enquete",
          "epicerie",
          "equipe",
          "espace",
          "ferme",
          "formation",
          "fablab",
          "france",
          "groupe",
          "habitat",
          "hello",
          "hotline",
          "info",
          "infos",
          "information",
          "informations",
          "inscription",
          "inscriptions",
          "jardin",
          "jardins",
          "lieu",
          "location",
          "mairie",
          "maison",
          "marche",
          "mediateur",
          "mediatheque",
          "membre",
          "membres",
          "mission",
          "moderateur",
          "mouvement",
          "newsletter",
          "office",
          "pays",
          "permanence",
          "point",
          "pole",
          "postmaster",
          "presidence",
          "president",
          "presse",
          "prive",
          "programme",
          "projet",
          "projets",
          "recrutement",
          "redaction",
          "reservation",
          "reservations",
          "reseau",
          "residence",
          "ressourcerie",
          "recyclerie",
          "repair",
          "rgpd",
          "salon",
          "sav",
          "secretaire",
          "secretariat",
          "service",
          "services",
          "siege",
          "social",
          "support",
          "team",
          "technique",
          "territoire",
          "tiers",
          "tourisme",
          "tresorerie",
          "tresorier",
          "union",
          "urbanisme",
          "vente",
          "ventes",
          "village",
          "ville",
          "webmaster");

  /** What words of such addresses begin with when more is glued to it; no name begins so. */
  private static final List<String> STEMS =
      List.of(
          "accueil",
          "animation",
          "association",
          "bibliotheque",
          "centresocial",
          "collectif",
          "commune",
          "contact",
          "cooperative",
          "culture",
          "epicerie",
          "espace",
          "franceservice",
          "mairie",
          "maisonde",
          "maisondu",
          "mediatheque",
          "ressourcerie",
          "secretariat",
          "service",
          "tourisme");

  /** Hosts where anybody has an address. */
  private static final Set<String> WEBMAIL =
      Set.of(
          "aliceadsl.fr",
          "aol.com",
          "bbox.fr",
          "club-internet.fr",
          "free.fr",
          "gmail.com",
          "gmx.com",
          "gmx.fr",
          "googlemail.com",
          "hotmail.com",
          "hotmail.fr",
          "icloud.com",
          "laposte.net",
          "live.com",
          "live.fr",
          "mac.com",
          "mailo.com",
          "mailoo.org",
          "me.com",
          "msn.com",
          "netcourrier.com",
          "neuf.fr",
          "noos.fr",
          "numericable.fr",
          "orange.fr",
          "outlook.com",
          "outlook.fr",
          "posteo.net",
          "proton.me",
          "protonmail.com",
          "riseup.net",
          "sfr.fr",
          "tutanota.com",
          "wanadoo.fr",
          "yahoo.com",
          "yahoo.fr",
          "ymail.com",
          "zaclys.net");

  private EmailAddresses() {}

  /** Returns where the next address in a text begins that nobody doubts, or -1. */
  static int next(String text, int from) {
    for (int at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      while (start > from && isLocal(text.charAt(start - 1))) {
        start--;
      }
      while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
        start++;
      }
      if (PlainEmail.isCertain(text.substring(start, end(text, at)))) {
        return start;
      }
    }
    return -1;
  }

  /** Returns the address that begins at a place. */
  static String at(String text, int start) {
    return text.substring(start, end(text, text.indexOf('@', start)));
  }

  /**
   * Tells whether an address is a person's: {@code prenom.nom@} anywhere, or any name at a host
   * where anybody has an address, unless it begins with the word for a role or a place.
   */
  static boolean isPersonal(String address) {
    int at = address.indexOf('@');
    if (at < 1) {
      return false;
    }
    boolean named =
        isName(address, at) || WEBMAIL.contains(address.substring(at + 1).toLowerCase(Locale.ROOT));
    return named && !isRole(address.substring(0, at));
  }

  private static boolean isRole(String local) {
    for (String word : Folding.fold(local).split(" ", -1)) {
      if (ROLES.contains(word) || STEMS.stream().anyMatch(word::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** One dot between letters and hyphens: {@code jean-marie.le-goff}, {@code j.dupont}. */
  private static boolean isName(String address, int at) {
    int dot = address.indexOf('.');
    if (dot < 1 || at - dot < 3) {
      return false;
    }
    for (int i = 0; i < at; i++) {
      char c = address.charAt(i);
      if (i != dot && c != '-' && !Character.isLetter(c)) {
        return false;
      }
    }
    return true;
  }

  private static int end(String text, int at) {
    int end = at + 1;
    while (end < text.length() && isHost(text.charAt(end))) {
      end++;
    }
    while (end > at && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isLocal(char c) {
    return isHost(c) || c == '_' || c == '+';
  }

  private static boolean isHost(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }
}
