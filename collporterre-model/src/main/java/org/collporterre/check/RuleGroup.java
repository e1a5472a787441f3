package org.collporterre.check;

/** When a rule speaks: the parts of the reference of rules, in its order. */
public enum RuleGroup {
  /** While the settings of a dataset are read. */
  SETTINGS("settings"),
  /** While rules run. */
  RUN("run"),
  /** While a file is opened. */
  OPENING("opening"),
  /** While a document is read. */
  DOCUMENT("document"),
  /** While JSON-LD is read. */
  JSON_LD("json-ld"),
  /** While a dataset of several files is read. */
  DATASET("dataset"),
  /** While a mapping is read, or data through one. */
  MAPPING("mapping"),
  /** While a row is read. */
  ROW("row"),
  /** While JSON is read. */
  JSON("json"),
  /** While GeoJSON is read. */
  GEOJSON("geojson"),
  /** While a cell or value is read. */
  VALUE("value"),
  /** When the constraints on fields are looked at. */
  CONSTRAINT("constraint"),
  /** When the values of a record are looked at. */
  RECORD("record"),
  /** When a record is compared with a gazetteer. */
  PLACE("place"),
  /** When a record is looked at for what it lacks, what it says of people and how old it is. */
  UPKEEP("upkeep"),
  /** When records are compared with each other. */
  RECORDS("records"),
  /** While two datasets are compared. */
  UPDATE("update"),
  /** While a file is written. */
  EXPORT("export");

  private final String label;

  RuleGroup(String label) {
    this.label = label;
  }

  /** Returns its name in texts and files. */
  public String label() {
    return label;
  }
}
