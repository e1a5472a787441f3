package org.collporterre.imports;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.jspecify.annotations.Nullable;

/** Makes an initiative of each feature. */
final class GeoJsonFeature {
  private static final Set<String> STANDARD =
      Set.of("type", "id", "geometry", "properties", "bbox", "crs");
  private static final String ID = "id";
  private static final int MOST_NAMES = 10_000;
  private static final int LONGEST_NAME = 200;

  private final String file;
  private final ImportSettings settings;
  private final boolean exact;
  private final Findings findings;
  private final JsonBinder<Initiative> binder;
  private final GeoJsonGeometry geometries;
  private final Field id;
  private final RowMemory memory;
  private final boolean projects;
  private @Nullable ReferenceSystem system;
  private boolean read;

  GeoJsonFeature(ImportSettings settings, String file, FindingSink sink, boolean exact) {
    this(
        settings,
        file,
        sink,
        exact,
        RowMemory.inOrder(),
        new JsonBinder<>(Initiative.class, settings, file, sink, exact));
  }

  private GeoJsonFeature(
      ImportSettings settings,
      String file,
      FindingSink sink,
      boolean exact,
      RowMemory memory,
      JsonBinder<Initiative> binder) {
    this.memory = memory;
    this.file = file;
    this.settings = settings;
    this.exact = exact;
    this.findings = Findings.of(sink, settings, "initiative");
    this.binder = binder.ofPublicFormat();
    this.geometries = new GeoJsonGeometry(binder, this);
    this.id = binder.schema().requireField(ID);
    this.projects = settings.allows("position-projected");
    String crs = settings.crs();
    this.system = crs == null ? null : projected(crs);
  }

  /** Returns one that makes records of the same file apart from each other. */
  GeoJsonFeature apart(FindingSink sink) {
    return new GeoJsonFeature(settings, file, sink, exact, memory.apart(), binder.apart(sink));
  }

  /** Begins with features that are read apart from those before. */
  void begin() {
    memory.begin();
    binder.beginApart();
  }

  /** Tells whether it matters what was read before, see {@link RowMemory}. */
  boolean isUnsettled() {
    return memory.isUnsettled() || binder.isUnsettled();
  }

  /** Takes note of records that were read apart. */
  void passed(List<Located<Initiative>> rows) {
    rows.forEach(row -> binder.passed(row.value()));
  }

  /** Tells whether features are plain as far as the file as a whole is concerned. */
  boolean isPlain() {
    return binder.canAttempt() && system == null;
  }

  /** Returns what reads plain features; null when members are not all there is to look at. */
  @Nullable PlainFeature plain() {
    return isPlain()
        ? new PlainFeature(binder, new PlainMembers<>(binder, settings, exact), geometries)
        : null;
  }

  List<String> extensions() {
    return binder.extensions();
  }

  /** Says what there is to say of the file as a whole. */
  void end() {
    binder.end();
  }

  /** Tells whether a feature has been read. */
  boolean hasRead() {
    return read;
  }

  /**
   * Reads a feature.
   *
   * @param repeated members left out because another has the same name
   * @param crsRefused whether positions are in a reference system that is not read
   */
  Located<Initiative> read(JsonNode feature, List<JsonNode> repeated, boolean crsRefused) {
    read = true;
    binder.begin(feature);
    JsonNode properties = feature.get("properties");
    identify(feature, properties);
    if (properties == null) {
      binder.finding("properties-missing", feature, null, null, "\"properties\": { }", null);
    } else if (properties.isObject()) {
      binder.members(properties, Set.of());
    } else if (!properties.isNull()) {
      binder.finding("json-type", properties, "properties", properties.text(), "object", null);
    }
    for (JsonNode member : feature.children()) {
      if (!STANDARD.contains(Objects.requireNonNull(member.name()))) {
        binder.foreign(member);
      }
    }
    for (JsonNode member : repeated) {
      binder.finding("json-key-duplicate", member, member.name(), member.name(), null, null);
    }
    position(feature, crsRefused);
    return binder.finish();
  }

  /**
   * The identifier among the properties wins: programs that know no identifiers of features keep
   * it.
   */
  private void identify(JsonNode feature, @Nullable JsonNode properties) {
    JsonNode own = feature.get(ID);
    if (own == null) {
      return;
    }
    binder.outside("@id", own);
    if (binder.isMapped("@id")) {
      return;
    }
    if (!own.isText() && !own.isNumber()) {
      binder.finding("json-type", own, ID, own.text(), "text", null);
      return;
    }
    JsonNode inside = properties == null ? null : binder.identifierIn(properties);
    if (inside == null) {
      binder.set(id, own);
    } else if (!inside.text().strip().equals(own.text().strip())) {
      binder.finding("feature-id-differs", own, ID, own.text(), inside.text(), null);
    }
  }

  private void position(JsonNode feature, boolean crsRefused) {
    JsonNode box = feature.get("bbox");
    JsonNode crs = feature.get("crs");
    JsonNode geometry = feature.get("geometry");
    if (box != null) {
      box(box);
    }
    boolean refused = crs != null && refuses(crs) || crsRefused;
    if (geometry == null) {
      binder.finding("geometry-missing", feature, null, null, "\"geometry\": null", null);
    } else if (!geometry.isNull() && !refused) {
      geometries.take(geometry);
    }
  }

  private static @Nullable ReferenceSystem projected(String name) {
    ReferenceSystem system = ReferenceSystem.of(name);
    return system == null || system.isDegrees() ? null : system;
  }

  /** Returns the reference system that positions are converted from, or null for none. */
  @Nullable ReferenceSystem system() {
    return system;
  }

  /**
   * Takes the reference system of the whole file, unless the caller has declared one. Tells whether
   * it is one whose positions are not read, and says so.
   */
  boolean refusesAll(JsonNode crs) {
    String name = GeoJsonCrs.name(crs);
    ReferenceSystem found = name == null || read || !projects ? null : projected(name);
    ReferenceSystem known = system == null ? found : system;
    if (known == null) {
      return refuses(crs);
    }
    system = known;
    tell("position-projected", crs, null, known.name(), "");
    return false;
  }

  /** Tells whether a reference system is one whose positions are not read, and says so. */
  boolean refuses(JsonNode crs) {
    String name = GeoJsonCrs.name(crs);
    if (name != null && !GeoJsonCrs.isWgs84(name)) {
      tell("crs-not-wgs84", crs, name, GeoJsonCrs.WGS_84, crs.pointer());
      return true;
    }
    if (name == null || !GeoJsonCrs.isWellFormed(crs)) {
      tell("crs-malformed", crs, crs.text(), null, "");
    } else {
      tell("crs-obsolete", crs, name, null, "");
    }
    return false;
  }

  /** Looks at a bounding box, which nothing is taken from. */
  void box(JsonNode member) {
    List<JsonNode> bounds = member.children();
    boolean numbers = bounds.stream().allMatch(JsonNode::isNumber);
    if (!member.isArray() || !numbers || bounds.size() != 4 && bounds.size() != 6) {
      tell("bbox-malformed", member, member.text(), "[west, south, east, north]", member.pointer());
    }
  }

  /** Says that a member of the collection or of a geometry is not kept, once per name. */
  void ignored(JsonNode member) {
    String name = Objects.requireNonNull(member.name());
    tell("foreign-member-ignored", member, name, null, name);
  }

  private void tell(
      String code, JsonNode at, @Nullable String value, @Nullable String expected, String once) {
    String start = once.length() <= LONGEST_NAME ? once : once.substring(0, LONGEST_NAME);
    if (memory.size() < MOST_NAMES && memory.isFirst(code + ' ' + start)) {
      Location location = at.location(file);
      findings.report(code, location, null, at.name(), value, expected, null);
    }
  }
}
