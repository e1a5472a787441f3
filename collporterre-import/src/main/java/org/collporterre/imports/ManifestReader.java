package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.collporterre.dataset.DatasetContributor;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetLicense;
import org.collporterre.dataset.DatasetSource;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.model.Territory;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.jspecify.annotations.Nullable;

/** Reads the manifest of a dataset, a Frictionless data package. */
final class ManifestReader {
  private static final String INVALID = "manifest-invalid";

  private final String file;
  private final Findings findings;
  private final Map<String, Location> paths = new LinkedHashMap<>();

  ManifestReader(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Returns the paths of the files that the manifest lists, with where it does. */
  Map<String, Location> paths() {
    return paths;
  }

  /** Reads a manifest; null when it is no JSON object, which has then been reported. */
  @Nullable DatasetDescriptor read(InputStream in) throws IOException {
    JsonNode root;
    try {
      JsonScanner scanner = new JsonScanner(in);
      root =
          JsonNode.read(
              scanner,
              scanner.next(),
              null,
              null,
              0,
              twice -> invalid(twice.location(file), twice.name(), twice.name(), null));
    } catch (JsonFault fault) {
      invalid(new Location(file, fault.line(), fault.column()), null, null, "JSON");
      return null;
    }
    if (!root.isObject()) {
      invalid(root.location(file), null, null, "{…}");
      return null;
    }
    resources(root);
    return descriptor(root);
  }

  private DatasetDescriptor descriptor(JsonNode root) {
    String title = text(root, "title");
    if (title == null) {
      invalid(root.location(file), "title", null, "title");
    }
    String name = text(root, "name");
    if (name == null || !DatasetDescriptor.isName(name)) {
      invalid(place(root, "name"), "name", name, "[a-z0-9._-]+");
    }
    List<DatasetLicense> licenses = list(root, "licenses", this::license);
    if (licenses.isEmpty() && findings.profile() == Profile.PUBLICATION) {
      invalid(place(root, "licenses"), "licenses", null, "licenses");
    }
    return new DatasetDescriptor(
        name == null ? "" : name,
        title == null ? "" : title,
        text(root, "description"),
        text(root, "version"),
        created(root),
        licenses,
        list(root, "contributors", this::contributor),
        list(root, "sources", this::source),
        text(root, "homepage"),
        texts(root, "keywords"),
        block(root));
  }

  private @Nullable OffsetDateTime created(JsonNode root) {
    String text = text(root, "created");
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      invalid(place(root, "created"), "created", text, "2013-01-06T00:00:00Z");
      return null;
    }
  }

  private FormatBlock block(JsonNode root) {
    JsonNode block = root.get("collporterre");
    if (block == null || !block.isObject()) {
      invalid(place(root, "collporterre"), "collporterre", null, "collporterre");
      return FormatBlock.STANDARD;
    }
    String version = text(block, "version_format");
    version(block, version);
    String base = text(block, "base_uri");
    boolean valid = base != null && FormatBlock.isBaseUri(base);
    if (!valid) {
      invalid(place(block, "base_uri"), "base_uri", base, "https://…/");
    }
    String profile = text(block, "profil");
    Profile known = profile == null ? null : Profile.named(profile);
    if (profile != null && known == null) {
      invalid(place(block, "profil"), "profil", profile, "echange|publication");
    }
    List<Territory> territories = new ArrayList<>();
    for (JsonNode item : items(block, "territoires")) {
      Territory territory = Territory.parse(item.text());
      if (territory == null) {
        invalid(item.location(file), "territoires", item.text(), "com:29019|reg:53|…");
      } else {
        territories.add(territory);
      }
    }
    return new FormatBlock(
        version == null ? FormatBlock.VERSION : version,
        valid ? Objects.requireNonNull(base) : FormatBlock.BASE_URI,
        text(block, "langue"),
        territories,
        text(block, "couverture_temporelle"),
        known,
        texts(block, "vocabulaires"),
        text(block, "empreinte"));
  }

  private void version(JsonNode block, @Nullable String version) {
    if (version == null || !version.matches("[0-9]{1,6}\\.[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      invalid(place(block, "version_format"), "version_format", version, FormatBlock.VERSION);
      return;
    }
    String[] found = version.split("\\.", -1);
    String[] own = FormatBlock.VERSION.split("\\.", -1);
    int major = Integer.parseInt(found[0]) - Integer.parseInt(own[0]);
    int minor = Integer.parseInt(found[1]) - Integer.parseInt(own[1]);
    if (major > 0 || major == 0 && minor > 0) {
      findings.report(
          major > 0 ? "format-newer" : "format-newer-minor",
          place(block, "version_format"),
          null,
          "version_format",
          version,
          FormatBlock.VERSION,
          null);
    }
  }

  private void resources(JsonNode root) {
    List<JsonNode> resources = items(root, "resources");
    if (resources.isEmpty()) {
      invalid(place(root, "resources"), "resources", null, "resources");
    }
    for (JsonNode resource : resources) {
      JsonNode path = resource.get("path");
      if (path == null) {
        invalid(resource.location(file), "path", null, "path");
      } else if (path.isArray()) {
        path.children().forEach(one -> paths.put(one.text(), one.location(file)));
      } else {
        paths.put(path.text(), path.location(file));
      }
    }
  }

  private @Nullable DatasetLicense license(JsonNode node) {
    String name = text(node, "name");
    String path = text(node, "path");
    return name == null && path == null
        ? null
        : new DatasetLicense(name == null ? "" : name, path, text(node, "title"));
  }

  private @Nullable DatasetContributor contributor(JsonNode node) {
    String title = text(node, "title");
    List<String> roles = texts(node, "roles");
    String role = text(node, "role");
    return title == null
        ? null
        : new DatasetContributor(
            title,
            roles.isEmpty() && role != null ? List.of(role) : roles,
            text(node, "email"),
            text(node, "path"));
  }

  private @Nullable DatasetSource source(JsonNode node) {
    String title = text(node, "title");
    return title == null ? null : new DatasetSource(title, text(node, "path"));
  }

  private <T> List<T> list(JsonNode owner, String name, Function<JsonNode, @Nullable T> reader) {
    List<T> values = new ArrayList<>();
    for (JsonNode item : items(owner, name)) {
      T value = reader.apply(item);
      if (value == null) {
        invalid(item.location(file), name, null, null);
      } else {
        values.add(value);
      }
    }
    return values;
  }

  private static List<String> texts(JsonNode owner, String name) {
    return items(owner, name).stream().map(JsonNode::text).toList();
  }

  private static List<JsonNode> items(JsonNode owner, String name) {
    JsonNode node = owner.get(name);
    return node == null || !node.isArray() ? List.of() : node.children();
  }

  /** Returns a text that is there and not blank; a number as it is written. */
  private static @Nullable String text(JsonNode owner, String name) {
    JsonNode node = owner.get(name);
    return node == null || !node.isScalar() || node.text().isBlank() ? null : node.text().strip();
  }

  private Location place(JsonNode owner, String name) {
    JsonNode node = owner.get(name);
    return (node == null ? owner : node).location(file);
  }

  private void invalid(
      Location place, @Nullable String field, @Nullable String value, @Nullable String expected) {
    findings.report(INVALID, place, null, field, value, expected, null);
  }
}
