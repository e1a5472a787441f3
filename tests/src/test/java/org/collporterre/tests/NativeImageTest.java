package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.schema.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What GraalVM must be told to keep of each jar, made from the declarations: records that the
 * schema reads and makes, enums it lists, validators that are made by name, and resources. {@code
 * -Dcollporterre.update=true} writes it anew. No native image is built here: the last test finds
 * every place of our code that asks for classes or resources by reflection.
 */
class NativeImageTest {
  private static final String FOLDER = "src/main/resources/META-INF/native-image/org.collporterre";
  private static final Pattern BOUND =
      Pattern.compile("org\\.collporterre\\.reports\\.(bound|statistics)\\..*");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.collporterre");

  /** Where reflection is, each of which the metadata was written for. */
  private static final Set<String> KNOWN =
      Set.of(
          "org.collporterre.check.ConstraintCheck",
          "org.collporterre.check.ConstraintPlan",
          "org.collporterre.check.ConstraintTest",
          "org.collporterre.check.EntryPlan",
          "org.collporterre.check.ViolationSearch",
          "org.collporterre.export.JsonSchemas",
          "org.collporterre.export.TableSchemas",
          "org.collporterre.imports.JsonLdKinds",
          "org.collporterre.schema.Limits",
          "org.collporterre.schema.RecordMaker",
          "org.collporterre.schema.RecordReader",
          "org.collporterre.schema.RecordTree",
          "org.collporterre.schema.Values");

  private static final Pattern REFLECTIVE =
      Pattern.compile(
          "java\\.lang\\.Class\\.(forName|getRecordComponents|getDeclaredConstructors?|getConstructors?"
              + "|getEnumConstants|getDeclaredFields?|getDeclaredMethods?|getMethods?|getFields?)"
              + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.(find|unreflect|define).*"
              + "|java\\.lang\\.reflect\\.Proxy\\..*|java\\.util\\.ServiceLoader\\.load.*"
              + "|java\\.util\\.ResourceBundle\\.getBundle");

  @ParameterizedTest
  @ValueSource(strings = {"model", "import", "export", "reports", "gazetteer-fr"})
  void a_jar_says_what_a_native_image_must_keep(String name) throws IOException {
    Path module = Path.of("..", "collporterre-" + name);
    Path folder = module.resolve(FOLDER).resolve("collporterre-" + name);
    assertSame(folder.resolve("resource-config.json"), resources(module));
    String kept = reflected(module);
    if (!kept.isEmpty()) {
      assertSame(folder.resolve("reflect-config.json"), kept);
    }
  }

  private static void assertSame(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, wanted);
    }
    assertThat(Files.readString(file))
        .as("%s is stale: run with -Dcollporterre.update=true", file)
        .isEqualTo(wanted);
  }

  /** One pattern for the files of an ending in a folder; the map's files come from a jar. */
  private static String resources(Path module) throws IOException {
    Path root = module.resolve("src/main/resources");
    Set<String> patterns = new TreeSet<>();
    if (module.endsWith("collporterre-reports")) {
      patterns.add("\\QMETA-INF/resources/collporterre/leaflet/\\E.*");
    }
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.startsWith("META-INF/native-image") && file.contains("."))
          .forEach(file -> patterns.add(pattern(file)));
    }
    return patterns.stream()
        .map(one -> "    {\"pattern\": \"" + one.replace("\\", "\\\\") + "\"}")
        .collect(
            Collectors.joining(",\n", "{\n  \"resources\": {\"includes\": [\n", "\n  ]}\n}\n"));
  }

  private static String pattern(String file) {
    int slash = file.lastIndexOf('/') + 1;
    return "\\Q"
        + file.substring(0, slash)
        + "\\E[^/]+\\Q"
        + file.substring(file.lastIndexOf('.'))
        + "\\E";
  }

  private static String reflected(Path module) {
    Path sources = module.resolve("src/main/java");
    List<JavaClass> own =
        CLASSES.stream().filter(one -> Files.exists(sources.resolve(source(one)))).toList();
    return Stream.concat(own.stream().map(NativeImageTest::kept), constraintsOf(own))
        .filter(one -> !one.isEmpty())
        .sorted()
        .collect(Collectors.collectingAndThen(Collectors.joining(",\n"), NativeImageTest::list));
  }

  /** The standard constraints of records, whose messages and groups are asked for by name. */
  private static Stream<String> constraintsOf(List<JavaClass> own) {
    return own.stream()
        .filter(JavaClass::isRecord)
        .flatMap(one -> one.getFields().stream())
        .flatMap(field -> field.getAnnotations().stream())
        .map(JavaAnnotation::getRawType)
        .filter(type -> type.getPackageName().equals(NotNull.class.getPackageName()))
        .distinct()
        .map(type -> entry(type, "allPublicMethods"));
  }

  private static String list(String entries) {
    return entries.isEmpty() ? "" : "[\n" + entries + "\n]\n";
  }

  private static String source(JavaClass type) {
    return type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
  }

  private static String kept(JavaClass type) {
    if (type.isRecord() && (isOfTheSchema(type) || BOUND.matcher(type.getName()).matches())) {
      return entry(type, "allDeclaredConstructors", "allDeclaredFields", "allPublicMethods");
    }
    if (type.isEnum() && type.getPackageName().startsWith("org.collporterre.")) {
      return entry(type, "allPublicMethods");
    }
    if (type.isAssignableTo(ConstraintValidator.class) && !type.isInterface()) {
      return entry(type, "allDeclaredConstructors", "allPublicMethods");
    }
    if (type.isAnnotatedWith(Constraint.class)) {
      return entry(type, "allPublicMethods");
    }
    return "";
  }

  /** A record of the format, or one of its parts, which need no columns of their own. */
  private static boolean isOfTheSchema(JavaClass type) {
    return type.getPackageName().equals(Entry.class.getPackageName())
        || type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(Column.class));
  }

  private static String entry(JavaClass type, String... kept) {
    return Stream.of(kept)
        .map(one -> ", \"" + one + "\": true")
        .collect(Collectors.joining("", "  {\"name\": \"" + type.getName() + "\"", "}"));
  }

  @Test
  void reflection_is_where_the_metadata_knows_of_it() {
    Set<String> found =
        CLASSES.stream()
            .filter(type -> !type.getPackageName().startsWith("org.collporterre.tests"))
            .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
            .filter(access -> REFLECTIVE.matcher(target(access)).matches())
            .map(access -> access.getOriginOwner().getName().replaceAll("\\$.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found)
        .as(
            "classes that use reflection; does what NativeImageTest keeps cover the new one? Then"
                + " add it to the list")
        .isEqualTo(new TreeSet<>(KNOWN));
  }

  private static String target(JavaCodeUnitAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
