package org.collporterre.gazetteer.fr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.geo.BoundingBox;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * The municipalities, departments, regions and intermunicipal bodies of France, old municipalities
 * too, from the official list; and boxes around departments and countries. It says of no
 * municipality where it is.
 *
 * <p>Immutable and thread-safe. It is loaded once and kept: 1.7 MB of columns that are read as they
 * are packed, and maps of some 1,400 territories and 490 boxes. Look-ups are binary searches.
 */
public final class FrenchGazetteer implements Gazetteer {
  private static final String RESOURCE = "gazetteer.bin";

  /** A power of two. The rules about a place ask for the same municipality one after the other. */
  private static final int KEPT = 1024;

  private final int vintage;
  private final Communes communes;
  private final Territories territories;

  /** The last answers, by the hash of the code; threads may overwrite each other's. */
  private final @Nullable Known[] known = new Known[KEPT];

  private FrenchGazetteer(byte[] data) {
    ByteBuffer in = ByteBuffer.wrap(data).asReadOnlyBuffer();
    vintage = in.getInt();
    communes = new Communes(in);
    territories =
        new Territories(new String(data, in.position(), in.remaining(), StandardCharsets.UTF_8));
  }

  /** Made when it is first asked for. */
  private static final class Loaded {
    static final FrenchGazetteer INSTANCE = read();

    private Loaded() {}

    private static FrenchGazetteer read() {
      try (InputStream in = FrenchGazetteer.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("no " + RESOURCE);
        }
        return new FrenchGazetteer(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns the gazetteer, which is read from this library at the first call. */
  public static FrenchGazetteer load() {
    return Loaded.INSTANCE;
  }

  @Override
  public String attribution() {
    return "Code officiel géographique "
        + vintage
        + " (Insee), EPCI (DGCL), codes postaux (La Poste), Licence Ouverte 2.0, d’après"
        + " @etalab/decoupage-administratif ; Natural Earth";
  }

  @Override
  public int vintage() {
    return vintage;
  }

  /** What was found for a code. */
  private record Known(String code, @Nullable Commune commune) {}

  @Override
  public @Nullable Commune commune(String code) {
    int hash = code.hashCode();
    int slot = (hash ^ hash >>> 10) & KEPT - 1;
    Known last = known[slot];
    if (last == null || !last.code().equals(code)) {
      int row = communes.row(code);
      last = new Known(code, row < 0 ? null : commune(row));
      known[slot] = last;
    }
    return last.commune();
  }

  @Override
  public List<Commune> named(String name) {
    return communes(communes.named(name));
  }

  @Override
  public List<Commune> withPostcode(String postcode) {
    return communes(communes.withPostcode(postcode));
  }

  /** Made when they are looked at: who asks whether there is one need not wait for all. */
  private List<Commune> communes(List<Integer> rows) {
    return new AbstractList<>() {
      @Override
      public Commune get(int index) {
        return commune(rows.get(index));
      }

      @Override
      public int size() {
        return rows.size();
      }
    };
  }

  private Commune commune(int row) {
    char chefLieu = communes.chefLieu(row);
    int today = chefLieu == Communes.NONE ? row : chefLieu;
    List<String> own = communes.postcodes(row);
    char epci = communes.epci(today);
    String department = territories.department(communes.department(row));
    return new Commune(
        communes.code(row),
        communes.name(row),
        communes.kind(row),
        chefLieu == Communes.NONE ? null : communes.code(chefLieu),
        own.isEmpty() ? communes.postcodes(today) : own,
        department,
        territories.region(department),
        epci == Communes.NONE ? null : territories.epci(epci),
        null);
  }

  @Override
  public @Nullable String name(Territory territory) {
    if (territory.kind() == Territory.Kind.COM) {
      Commune commune = commune(territory.code());
      return commune == null || commune.isOld() ? null : commune.name();
    }
    return territories.name(territory);
  }

  @Override
  public List<Territory> territories(String name) {
    List<Territory> found = new ArrayList<>(territories.named(name));
    for (Commune commune : named(name)) {
      if (commune.kind() == Commune.Kind.CURRENT) {
        found.add(new Territory(Territory.Kind.COM, commune.code()));
      }
    }
    return found;
  }

  @Override
  public List<BoundingBox> department(String code) {
    return territories.boxesOfDepartment(code);
  }

  @Override
  public List<BoundingBox> country(String code) {
    return territories.boxesOfCountry(code);
  }

  /** Returns the number of municipalities of today, of the past and districts. */
  int size() {
    return communes.size();
  }
}
