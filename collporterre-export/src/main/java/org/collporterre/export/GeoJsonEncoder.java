package org.collporterre.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.schema.Component;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Encodes features, one a line. */
final class GeoJsonEncoder<E extends Entry> implements RecordEncoder<E> {
  private static final Schema<Initiative> SCHEMA = Schema.of(Initiative.class);
  private static final byte[] TYPE = JsonOut.encodedName("type");
  private static final byte[] ID = JsonOut.encodedName("id");
  private static final byte[] GEOMETRY = JsonOut.encodedName("geometry");
  private static final byte[] COORDINATES = JsonOut.encodedName("coordinates");
  private static final byte[] PROPERTIES = JsonOut.encodedName("properties");

  /** A field with all that is needed to write it. */
  private static final class Property {
    final Field field;
    final int index;
    final byte[] name;
    final PropertyForm form;
    final boolean list;
    final boolean shown;

    /** The index of the field that must be true; -1 for none. */
    final int unless;

    /** How many values were not written, or do not come back. */
    int lost;

    Property(Field field, boolean shown) {
      this.field = field;
      this.index = field.index();
      this.list = field.isList();
      this.shown = shown;
      this.name = JsonOut.encodedName(field.key());
      this.form = PropertyForms.of(field);
      Confidential confidential = field.confidential();
      this.unless =
          shown && confidential != null ? SCHEMA.requireField(confidential.unless()).index() : -1;
    }

    /** Tells whether the field is written, and the record allows it. */
    boolean isOpen(@Nullable Object[] record) {
      return shown && (unless < 0 || Boolean.TRUE.equals(record[unless]));
    }

    void write(Object value, JsonOut out) {
      out.name(name);
      if (!form.write(value, out)) {
        lost++;
      }
    }
  }

  private final RecordFormat<E> format;
  private final LocalDate today;
  private final JsonOut out = JsonOut.inMemory();
  private final Property[] properties;
  private final ExtensionNames extensionNames = new ExtensionNames(SCHEMA);
  private final Group places;

  private Losses losses = new Losses("");
  private Box box = new Box();
  private int records;

  GeoJsonEncoder(RecordFormat<E> format, boolean detail, LocalDate today) {
    this.format = format;
    this.today = today;
    this.places = places();
    this.properties =
        SCHEMA.fields().stream()
            .filter(field -> !isPosition(field))
            .map(field -> new Property(field, isShown(field, detail)))
            .toArray(Property[]::new);
  }

  private static boolean isShown(Field field, boolean detail) {
    Confidential confidential = field.confidential();
    boolean never = confidential != null && confidential.unless().isEmpty();
    return !never && (detail || !field.isDetail());
  }

  private static Group places() {
    for (Component component : SCHEMA.components()) {
      if (component instanceof Group group && group.type() == Place.class) {
        return group;
      }
    }
    throw new IllegalStateException("initiatives have no places");
  }

  /** The geometry holds the position; a second copy would be read twice. */
  private static boolean isPosition(Field field) {
    return field.key().equals("latitude") || field.key().equals("longitude");
  }

  @Override
  public void add(E entry) {
    records++;
    if (!(entry instanceof Initiative initiative)) {
      losses.record(Schema.of(entry).name(), "geojson");
      return;
    }
    String withheld = initiative.withheld(today);
    if (!withheld.isEmpty()) {
      losses.record(SCHEMA.name(), withheld);
      return;
    }
    feature(initiative);
  }

  private void feature(Initiative initiative) {
    out.nextLine().beginObject().name(TYPE).value("Feature").name(ID).value(initiative.id());
    out.name(GEOMETRY);
    geometry(initiative.locations());
    out.name(PROPERTIES).beginObject();
    properties(initiative);
    Map<String, String> extensions = initiative.sheet().extensions();
    if (!extensions.isEmpty()) {
      extensions.forEach(this::extension);
    }
    out.endObject().endObject();
  }

  private void properties(Initiative initiative) {
    @Nullable Object[] values = SCHEMA.values(initiative);
    for (Property property : properties) {
      Object value = values[property.index];
      if (value != null && !(property.list && ((List<?>) value).isEmpty())) {
        if (property.isOpen(values)) {
          property.write(value, out);
        } else {
          property.lost++;
        }
      }
    }
  }

  private void extension(String name, String text) {
    boolean known = extensionNames.isKept(name);
    if (known) {
      out.name(name).value(text);
    }
    if (!known || !CellRehearsal.isWellFormed(text)) {
      losses.field(SCHEMA.name(), name);
    }
  }

  private void geometry(List<Place> locations) {
    int located = 0;
    for (int i = 0; i < locations.size(); i++) {
      located += locations.get(i).isLocated() ? 1 : 0;
    }
    for (int i = 0; i < locations.size(); i++) {
      Place place = locations.get(i);
      // The first position of a geometry is taken for that of the first place.
      boolean replaced = i == 0 && located > 0;
      if (!place.isLocated()) {
        lose("latitude", replaced || place.latitude() != null);
        lose("longitude", replaced || place.longitude() != null);
      }
    }
    if (locations.size() > 1) {
      losses.field(SCHEMA.name(), Objects.requireNonNull(places.child()).value());
    }
    if (located == 0) {
      out.nullValue();
      return;
    }
    out.beginObject().name(TYPE).value(located == 1 ? "Point" : "MultiPoint");
    out.name(COORDINATES);
    if (located > 1) {
      out.beginArray();
    }
    for (int i = 0; i < locations.size(); i++) {
      if (locations.get(i).isLocated()) {
        position(locations.get(i));
      }
    }
    if (located > 1) {
      out.endArray();
    }
    out.endObject();
  }

  private void lose(String field, boolean lost) {
    if (lost) {
      losses.field(SCHEMA.name(), field);
    }
  }

  private void position(Place place) {
    double longitude = orZero(place.longitude());
    double latitude = orZero(place.latitude());
    out.beginArray().value(longitude).value(latitude).endArray();
    box.add(longitude, latitude);
  }

  private static double orZero(@Nullable Double coordinate) {
    return coordinate == null ? 0 : coordinate;
  }

  @Override
  public int size() {
    return out.size();
  }

  @Override
  public Encoded batch() {
    for (Property property : properties) {
      if (property.lost > 0) {
        losses.fields(SCHEMA.name(), property.field.key(), property.lost);
        property.lost = 0;
      }
    }
    Encoded batch = new Encoded(format, records, out.take(), losses, box);
    records = 0;
    losses = new Losses("");
    box = new Box();
    return batch;
  }
}
