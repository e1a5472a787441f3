package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.collporterre.json.RecordJsonWriter;
import org.jspecify.annotations.Nullable;

/** Finds the records in the JSON texts of a file, one after the other. */
final class JsonRecords {
  private static final Set<String> ARRAYS =
      Set.of("fiches", "records", "initiatives", "portraits", "methodologies");

  /** What a record has, and a document of records has not. */
  private static final Set<String> MARKS = Set.of(RecordJsonWriter.TYPE, "id", "titre", "title");

  private final ImportSettings settings;
  private final Consumer<JsonNode> duplicates;
  private final JsonFraming framing;
  private final JsonScanner scanner;

  private JsonItems items;
  private @Nullable JsonPath path;
  private boolean guessed;
  private boolean overpass;
  private boolean several;
  private boolean followed;
  private boolean found;
  private boolean ended;

  /**
   * @param in the file
   * @param file its name
   * @param duplicates told each member whose name an earlier member of its object has
   */
  JsonRecords(
      BufferedInputStream in, String file, ImportSettings settings, Consumer<JsonNode> duplicates)
      throws IOException {
    this.settings = settings;
    this.duplicates = duplicates;
    this.framing = JsonFraming.of(in, file);
    this.scanner = new JsonScanner(in, framing);
    this.several = framing.isResumable();
    this.items = begin();
  }

  /** Begins a text. */
  private JsonItems begin() {
    guessed = false;
    overpass = false;
    List<String> pointers = settings.records();
    path = pointers.isEmpty() ? null : new JsonPath(scanner, pointers, duplicates);
    return new JsonItems(scanner, new Arrays(), MARKS, duplicates);
  }

  /** Says which members of an object are arrays of records. */
  private final class Arrays implements JsonItems.Choice {
    @Override
    public boolean holdsItems(JsonNode head, String name, boolean ofObjects) {
      if (framing.isResumable() || guessed || overpass) {
        return false;
      } else if (ARRAYS.contains(name)) {
        return true;
      }
      overpass = OverpassElements.isIn(head, name);
      guessed = !overpass && ofObjects && !items.isStreamed() && settings.allows(JsonReader.FOUND);
      return overpass || guessed;
    }

    @Override
    public boolean isKept(String name) {
      return !guessed && !overpass;
    }
  }

  /**
   * Returns the next record, or what stands in the place of one; null after the last.
   *
   * @throws IOException when the stream cannot be read
   * @throws JsonFault when a text is not JSON, or beyond a limit
   */
  @Nullable JsonNode next() throws IOException, JsonFault {
    while (!ended) {
      JsonNode item = path == null ? items.next() : path.next();
      found |= path != null && path.isFound();
      if (item != null) {
        return item;
      }
      ended = !followed && !scanner.nextText();
      followed = false;
      if (!ended) {
        several = true;
        items = begin();
      }
    }
    return null;
  }

  /** Leaves a text that is wrong; false when nothing can be read behind it. */
  boolean recover() throws IOException {
    if (framing.isResumable()) {
      ended = !scanner.nextText();
      items = begin();
    }
    return framing.isResumable();
  }

  /** Tells whether the file began with a byte order mark; known after the first record. */
  boolean hasMark() {
    return scanner.hasMark();
  }

  /**
   * Returns the document that the last record is from, as far as it was read and is not records; or
   * null where pointers say what is read of it, or where nothing of it could be read.
   */
  @Nullable JsonNode head() {
    return path == null && items.isBegun() ? items.head() : null;
  }

  /** Tells whether the last record is a whole document that nothing tells to be a record. */
  boolean isDoubtful() throws IOException {
    if (path != null || items.isStreamed() || items.isMarked() || several) {
      return false;
    }
    followed = scanner.nextText();
    several = followed;
    return !followed;
  }

  /** Tells whether the array that records are from was chosen because it holds objects. */
  boolean isGuessed() {
    return guessed;
  }

  /** Tells whether records are elements of OpenStreetMap. */
  boolean isOverpass() {
    return overpass;
  }

  /** Tells whether records are found by a pointer, or are texts of their own. */
  boolean isForeign() {
    return path != null || guessed || overpass || several;
  }

  /** Returns the name of the array that the last record is from; empty for none. */
  String arrayName() {
    return path == null ? items.arrayName() : "";
  }

  /** Tells whether the last record stands under a key of its own. */
  boolean isKeyed() {
    return path != null && path.isFound() && path.isKeyed();
  }

  /** Returns pointers to what there is, where the pointers asked for led nowhere; else null. */
  @Nullable List<String> missing() {
    return path == null || found ? null : path.there();
  }
}
