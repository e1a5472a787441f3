package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * Reads features of which nothing is to be said: with properties and at most a point. What it
 * refuses is read by {@link GeoJsonFeature}. Used by one thread.
 */
final class PlainFeature implements JsonScanner.Whole {
  private static final int TYPE = 0;
  private static final int ID = 1;
  private static final int GEOMETRY = 2;
  private static final int PROPERTIES = 3;
  private static final int COORDINATES = 4;
  private static final int BBOX = 5;
  private static final int CRS = 6;
  private static final List<String> NAMES =
      List.of("type", "id", "geometry", "properties", "coordinates", "bbox", "crs");
  private static final int FEATURE = 0;
  private static final int POINT = 1;
  private static final List<String> TYPES = List.of("Feature", "Point");

  /** A feature has type, geometry and properties. */
  private static final long NEEDED = 1 << TYPE | 1 << GEOMETRY | 1 << PROPERTIES;

  private final JsonBinder<Initiative> binder;
  private final PlainMembers<Initiative> members;
  private final GeoJsonGeometry geometries;
  private final JsonCursor cursor = new JsonCursor();
  private final JsonNames names = JsonNames.of(NAMES);
  private final JsonNames types = JsonNames.of(TYPES);
  private final List<JsonNode> foreign = new ArrayList<>(0);
  private int start;
  private long has;
  private @Nullable String id;
  private boolean point;
  private double longitude;
  private double latitude;

  PlainFeature(
      JsonBinder<Initiative> binder, PlainMembers<Initiative> members, GeoJsonGeometry geometries) {
    this.binder = binder;
    this.members = members;
    this.geometries = geometries;
  }

  /**
   * Reads the next feature of a list.
   *
   * @param index its number in the list, from 0
   * @return null when it is not plain, and is still to be read
   */
  @Nullable Located<Initiative> next(JsonScanner in, PlainRecord.Owner list, int index)
      throws IOException {
    boolean taken = in.read(cursor, this);
    binder.endAttempt();
    if (!taken) {
      return null;
    }
    PlainRecord record = new PlainRecord(list, index, in, cursor, start, members.fields());
    return binder.finish(new JsonOrigin(record, binder.schema()));
  }

  @Override
  public boolean read(JsonCursor in) {
    binder.attempt();
    members.begin();
    foreign.clear();
    start = in.at();
    has = 0;
    id = null;
    point = false;
    if (!in.take('{')) {
      return false;
    }
    do {
      if (!member(in)) {
        return false;
      }
    } while (in.comma());
    return in.take('}') && (has & NEEDED) == NEEDED && identify() && place() && ended();
  }

  private boolean member(JsonCursor in) {
    int name = in.peek() == '"' && in.string() ? names.number(in) : -1;
    if (name < 0 || name >= Long.SIZE || (has & 1L << name) != 0) {
      return false;
    }
    has |= 1L << name;
    String text = name > CRS ? in.text() : "";
    return in.take(':')
        && switch (name) {
          case TYPE -> in.peek() == '"' && in.string() && types.number(in) == FEATURE;
          case ID -> identifier(in);
          case GEOMETRY -> geometry(in);
          case PROPERTIES -> members.read(in);
          case BBOX, CRS -> false;
          default -> text != null && foreign(text, in);
        };
  }

  private boolean identifier(JsonCursor in) {
    id = in.peek() == '"' && in.string() ? in.text() : null;
    return id != null;
  }

  private boolean foreign(String name, JsonCursor in) {
    JsonNode node = in.node(name, foreign.size());
    return node != null && foreign.add(node);
  }

  private boolean geometry(JsonCursor in) {
    if (in.peek() == 'n') {
      return in.literal("null");
    }
    point = true;
    return in.take('{')
        && name(in) == TYPE
        && in.peek() == '"'
        && in.string()
        && types.number(in) == POINT
        && in.comma()
        && name(in) == COORDINATES
        && in.take('[')
        && position(in)
        && in.take(']')
        && in.take('}');
  }

  private int name(JsonCursor in) {
    int name = in.peek() == '"' && in.string() ? names.number(in) : -1;
    return in.take(':') ? name : -1;
  }

  private boolean position(JsonCursor in) {
    if (!isNumber(in)) {
      return false;
    }
    longitude = in.decimal();
    if (!in.comma() || !isNumber(in)) {
      return false;
    }
    latitude = in.decimal();
    return Double.isFinite(longitude) && Double.isFinite(latitude);
  }

  private static boolean isNumber(JsonCursor in) {
    int b = in.peek();
    return (b == '-' || b >= '0' && b <= '9') && in.number();
  }

  /** The identifier may stand outside of the properties, or in both places and be the same. */
  private boolean identify() {
    return id == null || members.identify(id);
  }

  private boolean place() {
    return !point || geometries.takePlain(members, longitude, latitude);
  }

  private boolean ended() {
    for (int i = 0; i < foreign.size(); i++) {
      binder.foreign(foreign.get(i));
    }
    return binder.isPlain();
  }
}
