package org.collporterre.examples.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Datasets of several partners with faults planted in them, some across files. */
final class PlantedData {
  private static final String INITIATIVES =
      "id,titre,resume,nature,autres_titres,site_web,identifiants_externes,latitude,longitude,"
          + "precision_position,rue,code_postal,commune,code_insee,replique_de,membre_de,applique,"
          + "methodologies,courriel,courriel_public,statut_fiche,date_maj,licence";

  private static final String METHODOLOGIES =
      "id,titre,resume,version,etat_documentation,derive_de,nature_derivation,modifications,documente,auteurs,"
          + "date_creation,statut_fiche,licence";

  private static final List<String> THINGS =
      List.of("Jardin", "Atelier", "Café", "Épicerie", "Repair café", "Bibliothèque", "Composteur");
  private static final List<String> ADJECTIVES =
      List.of("partagé", "solidaire", "des voisins", "du marché", "de l'Île", "associatif");
  private static final List<String> STATUSES =
      List.of("publie", "publie", "publie", "brouillon", "");
  private static final List<String> LICENCES =
      List.of(
          "CC-BY-SA-4.0",
          "CC-BY-4.0",
          "CC-BY-NC-4.0",
          "GPL-3.0-only",
          "CC0-1.0",
          "CC-BY-ND-4.0",
          "");

  private final Random random;
  private final Path folder;

  PlantedData(long seed, Path folder) {
    this.random = new Random(seed);
    this.folder = folder;
  }

  /**
   * Writes everything.
   *
   * @param examples the folder of the example datasets
   */
  void write(Path examples) throws IOException {
    copy(examples.resolve("initiatives-inspirantes"), folder.resolve("a/initiatives-inspirantes"));
    Files.copy(examples.resolve("a-corriger.csv"), folder.resolve("a/a-corriger.csv"));
    for (int file = 0; file < 4; file++) {
      text("region=" + file % 2 + "/part-" + file + ".csv", initiatives(file, 80));
    }
    text("methodes/methodes-1.csv", methodologies(0, 30));
    text("methodes/methodes-2.csv", methodologies(30, 30));
    text("methodes/sans-colonne.csv", withoutColumns());
    text("z/cercles.csv", circles());
    text("z/filiation.csv", lineage());
    text("z/casse.csv", "id,titre\nentier-avant-la-fin,Un titre\nx,\"jamais fermé\n");
    Files.write(folder.resolve("z/image.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1});
    text("z/vide.csv", "");
    text("z/carte.geojson", geojson());
  }

  private String initiatives(int file, int rows) {
    StringBuilder text = new StringBuilder(INITIATIVES).append('\n');
    for (int i = 0; i < rows; i++) {
      text.append(String.join(",", initiative(file, i))).append('\n');
    }
    return text.toString();
  }

  private List<String> initiative(int file, int row) {
    int near = random.nextInt(40);
    boolean same = random.nextInt(6) == 0;
    List<String> cells = new ArrayList<>();
    // Some identifiers are those of other files; one in a hundred is malformed.
    cells.add(
        random.nextInt(100) == 0
            ? "Mal formé " + row
            : "init-" + file + "-" + (same ? row / 2 : row));
    cells.add(pick(THINGS) + " " + pick(ADJECTIVES) + (random.nextInt(3) == 0 ? " " + near : ""));
    cells.add("\"Sur deux\nlignes, avec des \"\"guillemets\"\"\"");
    cells.add(random.nextBoolean() ? "lieu" : "");
    cells.add(random.nextInt(8) == 0 ? pick(THINGS) + " bis" : "");
    cells.add(site(near));
    cells.add(externalIds());
    cells.add("48." + near / 4);
    cells.add("-4." + near / 4);
    cells.add(file == 0 ? "" : pick(List.of("", "exacte", "adresse", "commune")));
    cells.add(random.nextInt(4) == 0 ? near + " rue du Port" : "");
    cells.add("29200");
    cells.add("Brest");
    cells.add(random.nextInt(3) == 0 ? "29019" : "");
    cells.add(references("init-", 4, 80));
    cells.add(references("init-", 4, 80));
    cells.add(methods());
    cells.add(methods());
    cells.add(random.nextInt(3) == 0 ? "personne" + near + "@exemple.org" : "");
    cells.add(random.nextInt(3) == 0 ? "oui" : "");
    cells.add(pick(STATUSES));
    cells.add(random.nextInt(20) == 0 ? "2031-01-01" : "2020-03-12");
    cells.add(pick(LICENCES));
    return cells;
  }

  private String site(int near) {
    return switch (random.nextInt(8)) {
      case 0 -> "https://www.exemple.org/page" + near + "/?utm_source=x";
      case 1 -> "http://exemple.org:80/page" + near + "/index.html";
      case 2 -> "https://exemple.org/page" + near;
      case 3 -> "https://portail.exemple.org/";
      default -> "";
    };
  }

  private String externalIds() {
    return switch (random.nextInt(10)) {
      case 0 -> "wikidata:Q" + random.nextInt(20) + "|siret:7328293200007" + random.nextInt(3);
      case 1 -> "wikidata:Q" + random.nextInt(20);
      case 2 -> "rna:W29100" + (1000 + random.nextInt(8));
      default -> "";
    };
  }

  private String references(String prefix, int files, int rows) {
    return switch (random.nextInt(14)) {
      case 0 -> prefix + random.nextInt(files) + "-" + random.nextInt(rows);
      case 1 -> prefix + random.nextInt(files) + "-" + random.nextInt(rows) + "x";
      case 2 -> "methode-" + random.nextInt(60);
      case 3 -> "https://ailleurs.exemple.org/initiative/autre";
      case 4 -> prefix + "0-1|" + prefix + "9-" + random.nextInt(rows);
      default -> "";
    };
  }

  private String methods() {
    return switch (random.nextInt(10)) {
      case 0 -> "methode-" + random.nextInt(60);
      case 1 -> "methode-" + random.nextInt(60) + "@1." + random.nextInt(3);
      case 2 -> "methode-" + random.nextInt(60) + "|methode-" + random.nextInt(80);
      case 3 -> "init-0-" + random.nextInt(80);
      default -> "";
    };
  }

  private String methodologies(int from, int rows) {
    StringBuilder text = new StringBuilder(METHODOLOGIES).append('\n');
    for (int i = from; i < from + rows; i++) {
      int parent = random.nextInt(60);
      String version = random.nextInt(2) == 0 ? "@1." + random.nextInt(3) : "";
      text.append("methode-")
          .append(i)
          .append(",Méthode ")
          .append(pick(THINGS))
          .append(' ')
          .append(i);
      text.append(",Comment faire,1.").append(random.nextInt(3)).append(',');
      text.append(pick(List.of("eprouve", "complet", "", "annonce"))).append(',');
      text.append(random.nextInt(2) == 0 ? "methode-" + parent + version : "").append(',');
      text.append(pick(List.of("", "nouvelle-version", "adaptation", "inspiration", "traduction")));
      text.append(',').append(random.nextInt(4) == 0 ? "Tout" : "");
      text.append(',').append(random.nextInt(3) == 0 ? "init-1-" + random.nextInt(80) : "");
      text.append(',').append(random.nextBoolean() ? "Anne Le Bris" : "");
      text.append(",20").append(10 + random.nextInt(10)).append("-01-01");
      text.append(',').append(pick(STATUSES)).append(',').append(pick(LICENCES)).append('\n');
    }
    return text.toString();
  }

  private static String withoutColumns() {
    return "id,titre,derive_de,nature_derivation\n"
        + "sans-1,Une méthode dérivée,methode-1,adaptation\n"
        + "sans-2,Une autre méthode dérivée,methode-2,adaptation\n"
        + "sans-3,Encore une autre,https://ailleurs.exemple.org/methodologie/m,adaptation\n";
  }

  /** A circle of five through two files, one of three, one of two, and a tail. */
  private static String circles() {
    StringBuilder text = new StringBuilder("id,titre,replique_de,membre_de\n");
    for (int i = 0; i < 5; i++) {
      text.append("cercle-").append(i).append(",Cercle numéro ").append(i);
      text.append(",cercle-").append((i + 1) % 5).append(",\n");
    }
    for (int i = 0; i < 3; i++) {
      text.append("tour-").append(i).append(",Tour numéro ").append(i);
      text.append(",,tour-").append((i + 1) % 3).append('\n');
    }
    for (int i = 0; i < 6; i++) {
      text.append("chaine-").append(i).append(",Chaîne numéro ").append(i);
      text.append(",").append(i == 5 ? "cercle-2|carte-1" : "chaine-" + (i + 1)).append(",\n");
    }
    return text.toString();
  }

  /** A circle of four, and one that is also in a knot with it. */
  private static String lineage() {
    return "id,titre,derive_de,documente,licence\n"
        + "filiation-1,Filiation une,filiation-2,init-0-1,CC-BY-4.0\n"
        + "filiation-2,Filiation deux,filiation-3,init-0-1,CC-BY-4.0\n"
        + "filiation-3,Filiation trois,filiation-4,init-0-1,CC-BY-4.0\n"
        + "filiation-4,Filiation quatre,filiation-1|filiation-3,init-0-1,CC-BY-4.0\n"
        + "filiation-5,Filiation cinq,filiation-1,init-0-1,CC0-1.0\n";
  }

  private static String geojson() {
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + feature("carte-1", "chaine-5", "init-0-3")
        + ",\n"
        + feature("carte-2", "carte-2", "init-0-99999")
        + ",\n"
        + feature("init-0-3", "carte-1", "")
        + "\n]}\n";
  }

  private static String feature(String id, String replicates, String member) {
    String parts = member.isEmpty() ? "" : ",\"membre_de\":[\"" + member + "\"]";
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[-4.5,48.4]},"
        + "\"properties\":{\"id\":\""
        + id
        + "\",\"titre\":\"Sur la carte "
        + id
        + "\",\"replique_de\":[\""
        + replicates
        + "\"]"
        + parts
        + "}}";
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private void text(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(file.getFileName().toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
