package org.collporterre.benchmarks;

/** What is wrong with a faulty row: one thing each, which one rule finds. */
public enum Fault {
  /** A day that no calendar has. */
  DATE("date-invalid"),
  /** A latitude beyond the pole. */
  RANGE("coordinates-out-of-range"),
  /** Longitude before latitude. */
  SWAPPED("coordinates-swapped"),
  /** A code that its closed vocabulary does not have. */
  CODE("code-unknown"),
  /** An address of no known scheme. */
  URL("url-malformed"),
  /** An e-mail address hidden from robots. */
  EMAIL("email-malformed"),
  /** No title. */
  TITLE("title-missing"),
  /** A municipality code that lost a digit. */
  INSEE("insee-malformed"),
  /** A postcode that lost a digit. */
  POSTCODE("postcode-malformed"),
  /** An end before the start. */
  PERIOD("initiative-period"),
  /** A licence without a version. */
  LICENCE("licence-version-unknown"),
  /** The identifier of an earlier row. */
  DUPLICATE("id-duplicate"),
  /** A reference to nothing. */
  REFERENCE("ref-unresolved");

  private final String rule;

  Fault(String rule) {
    this.rule = rule;
  }

  /** Returns the code of the rule that finds it. */
  String rule() {
    return rule;
  }

  /**
   * Makes a row faulty.
   *
   * @param commune where the initiative is
   * @param earlierId the identifier of an earlier row
   */
  void apply(Cells cells, Commune commune, String earlierId) {
    switch (this) {
      case DATE -> cells.put("date_debut", "2015-02-30");
      case RANGE -> position(cells, 200 + commune.latitude(), commune.longitude());
      case SWAPPED -> position(cells, commune.longitude(), commune.latitude());
      case CODE -> cells.put("avancement", "en-cours-de-route");
      case URL -> cells.put("site_web", "htp:/www.exemple.org");
      case EMAIL -> cells.put("courriel", "contact(at)exemple.org");
      case TITLE -> cells.put("titre", "");
      case INSEE -> cells.put("code_insee", commune.insee().substring(1));
      case POSTCODE -> cells.put("code_postal", commune.postcode().substring(1));
      case PERIOD -> {
        cells.put("date_debut", "2015");
        cells.put("date_fin", "2009");
        cells.put("avancement", "terminee");
      }
      case LICENCE -> cells.put("licence", "CC BY");
      case DUPLICATE -> cells.put("id", earlierId);
      case REFERENCE -> cells.put("membre_de", "reseau-" + commune.slug());
    }
  }

  private static void position(Cells cells, double latitude, double longitude) {
    cells.put("code_pays", "FR");
    cells.put("latitude", String.valueOf(latitude));
    cells.put("longitude", String.valueOf(longitude));
  }
}
