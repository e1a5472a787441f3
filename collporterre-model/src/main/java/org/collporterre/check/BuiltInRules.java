package org.collporterre.check;

import static org.collporterre.report.Severity.ERROR;
import static org.collporterre.report.Severity.INFO;
import static org.collporterre.report.Severity.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** The rules of the format: one line each, in the order of the reference. */
public final class BuiltInRules {
  private static final List<Rule> SETTINGS =
      List.of(
          elsewhere("settings-malformed", ERROR, ERROR),
          elsewhere("settings-key-unknown", ERROR, ERROR),
          elsewhere("settings-key-twice", ERROR, ERROR),
          elsewhere("rule-deprecated", WARNING, WARNING));

  private static final List<Rule> RUN = List.of(elsewhere("rule-failed", ERROR, ERROR));

  private static final List<Rule> OPENING =
      List.of(
          elsewhere("file-empty", ERROR, ERROR),
          elsewhere("file-not-text", ERROR, ERROR),
          elsewhere("archive-unsafe", ERROR, ERROR),
          elsewhere("file-encrypted", ERROR, ERROR),
          elsewhere("file-damaged", ERROR, ERROR),
          elsewhere("format-unsupported", ERROR, ERROR),
          elsewhere("sheet-missing", ERROR, ERROR),
          elsewhere("sheet-not-read", INFO, INFO),
          elsewhere("hidden-content-read", INFO, INFO),
          elsewhere("encoding-not-utf8", ERROR, ERROR),
          elsewhere("encoding-guessed", WARNING, ERROR),
          elsewhere("encoding-malformed", ERROR, ERROR),
          elsewhere("bom-present", INFO, INFO),
          elsewhere("delimiter-guessed", INFO, WARNING),
          elsewhere("delimiter-ambiguous", WARNING, WARNING),
          elsewhere("preamble-skipped", INFO, WARNING),
          elsewhere("header-looks-like-data", WARNING, WARNING),
          elsewhere("formula-unescaped", INFO, INFO),
          elsewhere("header-missing", ERROR, ERROR),
          elsewhere("header-duplicate", ERROR, ERROR),
          elsewhere("header-empty", WARNING, WARNING),
          elsewhere("header-unknown", WARNING, WARNING),
          elsewhere("header-alias-used", INFO, INFO),
          elsewhere("secret-column", ERROR, ERROR),
          elsewhere("child-table-not-read", WARNING, WARNING));

  private static final List<Rule> DOCUMENT =
      List.of(
          elsewhere("document-draft", WARNING, WARNING),
          elsewhere("draft-guess", INFO, WARNING),
          elsewhere("document-without-text", ERROR, ERROR),
          elsewhere("document-too-large", ERROR, ERROR),
          elsewhere("document-too-slow", ERROR, ERROR));

  private static final List<Rule> JSON_LD =
      List.of(
          elsewhere("context-unknown", ERROR, ERROR),
          elsewhere("context-unsupported", ERROR, ERROR),
          elsewhere("node-type-ignored", WARNING, WARNING),
          elsewhere("html-without-json-ld", ERROR, ERROR),
          elsewhere("personal-data-dropped", WARNING, WARNING));

  private static final List<Rule> DATASET =
      List.of(
          elsewhere("manifest-missing", INFO, ERROR),
          elsewhere("manifest-invalid", ERROR, ERROR),
          elsewhere("file-missing", ERROR, ERROR),
          elsewhere("file-extra", INFO, WARNING),
          elsewhere("fingerprint-differs", WARNING, WARNING),
          elsewhere("child-column-dropped", WARNING, WARNING),
          elsewhere("table-too-long", ERROR, ERROR),
          elsewhere("child-row-orphan", ERROR, ERROR),
          elsewhere("child-rows-reordered", INFO, INFO),
          elsewhere("child-table-differs", WARNING, WARNING),
          elsewhere("record-deleted", INFO, INFO),
          elsewhere("relation-added", INFO, INFO));

  private static final List<Rule> MAPPING =
      List.of(
          elsewhere("mapping-malformed", ERROR, ERROR),
          elsewhere("mapping-key-unknown", ERROR, ERROR),
          elsewhere("mapping-key-twice", ERROR, ERROR),
          elsewhere("mapping-cycle", ERROR, ERROR),
          elsewhere("mapping-value-unknown", ERROR, ERROR),
          elsewhere("mapping-pattern-invalid", ERROR, ERROR),
          elsewhere("mapping-source-missing", WARNING, WARNING),
          elsewhere("mapping-used", INFO, INFO),
          elsewhere("preset-chosen", INFO, INFO),
          elsewhere("value-mapped", INFO, INFO));

  private static final List<Rule> ROW =
      List.of(
          elsewhere("quote-unclosed", ERROR, ERROR),
          elsewhere("quote-misplaced", ERROR, ERROR),
          elsewhere("row-length", ERROR, ERROR),
          elsewhere("row-short", INFO, WARNING),
          elsewhere("row-too-long", ERROR, ERROR),
          elsewhere("cell-too-long", ERROR, ERROR),
          elsewhere("blank-row", INFO, WARNING),
          elsewhere("header-repeated", WARNING, WARNING),
          elsewhere("id-generated", WARNING, ERROR));

  private static final List<Rule> JSON =
      List.of(
          elsewhere("json-malformed", ERROR, ERROR),
          elsewhere("json-limit", ERROR, ERROR),
          elsewhere("json-key-duplicate", ERROR, ERROR),
          elsewhere("json-type", ERROR, ERROR),
          elsewhere("format-newer", ERROR, ERROR),
          elsewhere("format-newer-minor", WARNING, WARNING),
          elsewhere("record-type-unknown", ERROR, ERROR),
          elsewhere("records-found", INFO, INFO),
          elsewhere("records-not-found", ERROR, ERROR),
          elsewhere("elements-without-tags", INFO, INFO),
          elsewhere("yaml-malformed", ERROR, ERROR),
          elsewhere("number-as-text", WARNING, WARNING),
          elsewhere("half-surrogate", WARNING, ERROR));

  private static final List<Rule> GEOJSON =
      List.of(
          elsewhere("geojson-malformed", ERROR, ERROR),
          elsewhere("properties-missing", WARNING, WARNING),
          elsewhere("feature-id-differs", WARNING, ERROR),
          elsewhere("foreign-member-ignored", INFO, INFO),
          elsewhere("bbox-malformed", WARNING, WARNING),
          elsewhere("crs-obsolete", INFO, INFO),
          elsewhere("crs-malformed", WARNING, WARNING),
          elsewhere("crs-not-wgs84", ERROR, ERROR),
          elsewhere("geometry-missing", WARNING, WARNING),
          elsewhere("geometry-empty", WARNING, WARNING),
          elsewhere("geometry-malformed", ERROR, ERROR),
          elsewhere("geometry-not-point", WARNING, WARNING),
          elsewhere("altitude-dropped", INFO, INFO),
          elsewhere("position-differs", WARNING, ERROR));

  private static final List<Rule> VALUE =
      List.of(
          elsewhere("blanks-around", INFO, INFO),
          elsewhere("cell-error", WARNING, ERROR),
          elsewhere("cell-typed-date", INFO, WARNING),
          elsewhere("number-in-text-column", WARNING, WARNING),
          elsewhere("sentinel-value", WARNING, ERROR),
          elsewhere("control-char", WARNING, ERROR),
          elsewhere("text-not-nfc", INFO, INFO),
          elsewhere("url-scheme-added", WARNING, WARNING),
          elsewhere("html-in-text", WARNING, ERROR),
          elsewhere("entities-in-text", WARNING, ERROR),
          elsewhere("text-double-encoded", WARNING, WARNING),
          elsewhere("line-break-in-cell", WARNING, ERROR),
          elsewhere("code-normalised", INFO, INFO),
          elsewhere("code-zero-lost", WARNING, WARNING),
          elsewhere("code-unknown", ERROR, ERROR),
          elsewhere("list-item-invalid", WARNING, ERROR),
          elsewhere("list-duplicate-item", INFO, INFO),
          elsewhere("normalisation-refused", ERROR, ERROR),
          elsewhere("date-normalised", INFO, INFO),
          elsewhere("date-invalid", ERROR, ERROR),
          elsewhere("duration-normalised", INFO, INFO),
          elsewhere("duration-invalid", ERROR, ERROR),
          elsewhere("number-decimal-comma", WARNING, ERROR),
          elsewhere("number-dot-zero", WARNING, ERROR),
          elsewhere("code-as-exponent", ERROR, ERROR),
          elsewhere("number-grouped", WARNING, ERROR),
          elsewhere("amount-with-currency", WARNING, ERROR),
          elsewhere("number-invalid", ERROR, ERROR),
          elsewhere("position-not-degrees", ERROR, ERROR),
          elsewhere("position-projected", INFO, INFO),
          elsewhere("position-malformed", ERROR, ERROR),
          elsewhere("position-normalised", INFO, INFO),
          elsewhere("boolean-invalid", ERROR, ERROR),
          elsewhere("territory-malformed", ERROR, ERROR),
          elsewhere("ref-malformed", ERROR, ERROR),
          elsewhere("external-id-malformed", ERROR, ERROR),
          elsewhere("licence-version-unknown", WARNING, ERROR));

  private static final List<Rule> CONSTRAINT =
      List.of(
          elsewhere("id-missing", ERROR, ERROR),
          elsewhere("id-malformed", ERROR, ERROR),
          elsewhere("title-missing", ERROR, ERROR),
          elsewhere("title-length", WARNING, ERROR),
          elsewhere("line-break-in-title", WARNING, ERROR),
          elsewhere("summary-length", WARNING, ERROR),
          elsewhere("text-length", WARNING, ERROR),
          elsewhere("list-too-long", WARNING, ERROR),
          elsewhere("field-missing", ERROR, ERROR),
          elsewhere("language-invalid", ERROR, ERROR),
          elsewhere("licence-not-spdx", ERROR, ERROR),
          elsewhere("url-malformed", WARNING, ERROR),
          elsewhere("email-malformed", WARNING, ERROR),
          elsewhere("insee-malformed", ERROR, ERROR),
          elsewhere("siret-malformed", WARNING, WARNING),
          elsewhere("rna-malformed", WARNING, WARNING),
          elsewhere("country-unknown", WARNING, ERROR),
          elsewhere("currency-unknown", WARNING, ERROR),
          elsewhere("version-malformed", ERROR, ERROR),
          elsewhere("coordinates-out-of-range", ERROR, ERROR),
          elsewhere("number-out-of-range", ERROR, ERROR),
          elsewhere("constraint-violated", ERROR, ERROR));

  private static final List<Rule> RECORD =
      List.of(
          new IdDuplicate(),
          new CodeNotListed(),
          CodeNotListed.AMBIGUOUS,
          new TranslationOrphan(),
          new FormulaCell(),
          new LinkScheme(),
          new LinkTracker(),
          new ReferenceIncomplete(),
          new SummaryLong(),
          new DatesOrder(),
          new InitiativePeriod(),
          new ProgressVsDates(),
          new ScaleVsTerritory(),
          new SdgTooMany(),
          new NumbersOrder(),
          new StepsMissing(),
          new StepsPositions(),
          new AdaptableMissing(),
          new DurationCostSuspicious(),
          new CoordinatesHalf(),
          new CoordinatesNullIsland(),
          new CoordinatesSwapped(),
          new CoordinatesOverPrecise(),
          new IsoUnknown(),
          new PostcodeMalformed());

  private static final List<Rule> PLACE =
      List.of(
          new CoordinatesOutsideCountry(),
          new CoordinatesOutsideDepartment(),
          new CoordinatesVsCommune(),
          new InseeUnknown(),
          new InseeOld(),
          new InseeMissing(),
          new InseeVsName(),
          new PostcodeUnknown(),
          new PostcodeVsInsee(),
          new TerritoryUnknown(),
          new TerritoryFreeText(),
          new TerritoryVsLocation());

  private static final List<Rule> UPKEEP =
      List.of(
          new InitiativeNotLocated(),
          new PortraitWithoutText(),
          new PortraitTooPrecise(),
          new QuoteNotInText(),
          new OrphanMethodology(),
          new DerivationKindMissing(),
          new ConsentMissing(),
          new ConsentRefused(),
          new ConsentExpired(),
          new ConsentScopeExceeded(),
          new ConsentProofLeak(),
          new ConsentExported(),
          new MinorWithoutParents(),
          new PersonalContact(),
          new PersonalEmail(),
          new Stale(),
          new RecordIncomplete(),
          new FieldMissing("summary-missing", Entry.class, "resume", null, ERROR),
          new FieldMissing("modified-missing", Entry.class, "date_maj", WARNING, ERROR),
          new LicenceMissing(),
          new LicenceMixed(),
          new LicenceNotFree(),
          new FieldMissing(
              "field-of-action-missing", Initiative.class, "champs_action", INFO, ERROR),
          new FieldMissing(
              "deployment-potential-missing",
              Initiative.class,
              "potentiel_deploiement",
              null,
              WARNING),
          new FieldMissing(
              "portrait-without-initiative", Portrait.class, "initiatives", WARNING, ERROR),
          new FieldMissing("version-missing", Methodology.class, "version", WARNING, ERROR),
          new FieldMissing(
              "documentation-status-missing",
              Methodology.class,
              "etat_documentation",
              WARNING,
              ERROR));

  private static final List<Rule> RECORDS =
      List.of(
          new SelfReference(),
          new RefUnresolved(),
          new RefWrongType(),
          new RefToDraft(),
          new RefVersion(),
          new ReferenceCycle("lineage-cycle", Methodology.class, "derive_de"),
          new ReferenceCycle("replication-cycle", Initiative.class, "replique_de"),
          new ReferenceCycle("membership-cycle", Initiative.class, "membre_de"),
          new LineageDates(),
          new VersionNotIncreased(),
          new StatusRegression(),
          new AppliesAndDocuments(),
          new ReplicationImpliesMethod(),
          new LicenceDerivation(
              "licence-incompatible-derivation", LicenseMatrix.Outcome.FORBIDDEN, ERROR),
          new LicenceDerivation(
              "licence-derivation-doubtful", LicenseMatrix.Outcome.DOUBTFUL, WARNING),
          new AttributionMissing(),
          new SameExternalId(),
          new LinkDuplicate(),
          new PrecisionLie(),
          PrecisionLie.MISSING,
          new ProbableDuplicate(),
          ProbableDuplicate.NOT_SEARCHED);

  private static final List<Rule> UPDATE =
      List.of(elsewhere("id-reused", WARNING, ERROR), elsewhere("match-ambiguous", WARNING, ERROR));

  private static final List<Rule> EXPORT =
      List.of(elsewhere("export-loss", INFO, INFO), elsewhere("record-withheld", WARNING, WARNING));

  private static final Map<RuleGroup, List<Rule>> BY_GROUP =
      Collections.unmodifiableMap(
          new EnumMap<>(
              Map.ofEntries(
                  Map.entry(RuleGroup.SETTINGS, SETTINGS),
                  Map.entry(RuleGroup.RUN, RUN),
                  Map.entry(RuleGroup.OPENING, OPENING),
                  Map.entry(RuleGroup.DOCUMENT, DOCUMENT),
                  Map.entry(RuleGroup.JSON_LD, JSON_LD),
                  Map.entry(RuleGroup.DATASET, DATASET),
                  Map.entry(RuleGroup.MAPPING, MAPPING),
                  Map.entry(RuleGroup.ROW, ROW),
                  Map.entry(RuleGroup.JSON, JSON),
                  Map.entry(RuleGroup.GEOJSON, GEOJSON),
                  Map.entry(RuleGroup.VALUE, VALUE),
                  Map.entry(RuleGroup.CONSTRAINT, CONSTRAINT),
                  Map.entry(RuleGroup.RECORD, RECORD),
                  Map.entry(RuleGroup.PLACE, PLACE),
                  Map.entry(RuleGroup.UPKEEP, UPKEEP),
                  Map.entry(RuleGroup.RECORDS, RECORDS),
                  Map.entry(RuleGroup.UPDATE, UPDATE),
                  Map.entry(RuleGroup.EXPORT, EXPORT))));

  private static final List<Rule> RULES = BY_GROUP.values().stream().flatMap(List::stream).toList();

  private static final Map<String, Rule> BY_CODE = byCode();

  private BuiltInRules() {}

  /** Returns all rules in the order of the reference. */
  public static List<Rule> all() {
    return RULES;
  }

  /** Returns all rules by when they speak, in the order of the reference. */
  public static Map<RuleGroup, List<Rule>> groups() {
    return BY_GROUP;
  }

  /** Returns the rule of a code, or null. */
  public static @Nullable Rule rule(String code) {
    return BY_CODE.get(code);
  }

  /**
   * Returns how bad a finding is in a profile, or null where the rule is off.
   *
   * @throws IllegalArgumentException when there is no such rule: an error of the program
   */
  public static @Nullable Severity severity(String code, Profile profile) {
    return RuleLife.standard().severity(require(code), profile);
  }

  /**
   * Returns the rule of a code.
   *
   * @throws IllegalArgumentException when there is none: an error of the program
   */
  static Rule require(String code) {
    Rule rule = BY_CODE.get(code);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + code);
    }
    return rule;
  }

  /** Returns the Markdown page of a rule, or null when there is no such rule. */
  public static @Nullable String page(String code) {
    if (!BY_CODE.containsKey(code)) {
      return null;
    }
    try (InputStream page = BuiltInRules.class.getResourceAsStream("rules/" + code + ".md")) {
      return page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule elsewhere(String code, Severity echange, Severity publication) {
    return new ReportedElsewhere(code, echange, publication);
  }

  private static Map<String, Rule> byCode() {
    Map<String, Rule> byCode = new LinkedHashMap<>();
    RULES.forEach(rule -> byCode.put(rule.code(), rule));
    return Collections.unmodifiableMap(byCode);
  }
}
