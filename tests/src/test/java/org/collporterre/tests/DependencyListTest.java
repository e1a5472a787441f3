package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The list of libraries in {@code docs/dependencies.md} is that of the bill of materials, which the
 * build makes of what the command brings along. {@code -Dcollporterre.update=true} writes it anew.
 */
class DependencyListTest {
  private static final Path BILL =
      Path.of("..", "collporterre-dist", "target", "classes")
          .resolve(Path.of("META-INF", "sbom", "collporterre.cdx.json"));
  private static final Path PAGE = Path.of("..", "docs", "dependencies.md");
  private static final String BEGIN = "<!-- list -->\n";
  private static final String END = "<!-- end of list -->\n";

  @Test
  void the_page_lists_every_library_with_its_version_and_licences() throws IOException {
    assumeTrue(Files.exists(BILL), "the distribution was not built by Maven");
    String page = Files.readString(PAGE);
    String wanted =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + list()
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("collporterre.update")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/dependencies.md is stale: run with -Dcollporterre.update=true, read what changed")
        .isEqualTo(wanted);
  }

  private static String list() throws IOException {
    TreeSet<String> rows = new TreeSet<>();
    try (JsonReader in = Json.createReader(Files.newBufferedReader(BILL))) {
      for (JsonValue one : in.readObject().getJsonArray("components")) {
        JsonObject library = one.asJsonObject();
        if (!library.getString("group").equals("org.collporterre")) {
          rows.add(row(library));
        }
      }
    }
    return "| library | version | licences |\n|---|---|---|\n" + String.join("", rows);
  }

  private static String row(JsonObject library) {
    List<String> licences = new ArrayList<>();
    for (JsonValue one : library.getJsonArray("licenses")) {
      JsonObject licence = one.asJsonObject().getJsonObject("license");
      licences.add(licence.containsKey("id") ? licence.getString("id") : licence.getString("name"));
    }
    String name = library.getString("group") + ":" + library.getString("name");
    return "| "
        + name
        + " | "
        + library.getString("version")
        + " | "
        + String.join(", or ", licences)
        + " |\n";
  }
}
