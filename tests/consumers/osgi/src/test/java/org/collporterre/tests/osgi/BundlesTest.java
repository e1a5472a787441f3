package org.collporterre.tests.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

class BundlesTest {
  private static final String CONSUMER = "org.collporterre.consumer-tests";

  /** What the build has for this test alone. */
  private static final Pattern FOR_TESTS =
      Pattern.compile(
          ".*(test-classes|junit|opentest4j|apiguardian|assertj|byte-buddy|surefire|framework|aQute|/org/osgi/|osgi/target).*");

  private static final String CSV =
      """
      id,titre,latitude,longitude,code_insee,licence,date_maj
      repair-cafe,Café réparation,48.451,-4.249,29103,CC-BY-SA-4.0,2026-01-02
      loin,Café lointain,148.412,-4.487,29019,CC-BY-SA-4.0,2026-01-02
      """;

  @TempDir static Path folder;
  private static Framework felix;

  @BeforeAll
  static void installs_every_jar_that_the_consumer_needs() throws Exception {
    felix =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("felix").toString(),
                    "felix.log.level",
                    "1"));
    felix.start();
    BundleContext context = felix.getBundleContext();
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : path()) {
      bundles.add(install(context, jar));
    }
    // The mediator of services first: it changes classes as they are loaded.
    bundles.sort(Comparator.comparing(one -> !one.getSymbolicName().contains("spifly")));
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  @AfterAll
  static void stops() throws Exception {
    felix.stop();
    felix.waitForStop(10_000);
  }

  @Test
  void all_bundles_are_active() {
    assertThat(felix.getBundleContext().getBundles())
        .hasSizeGreaterThan(12)
        .allSatisfy(
            bundle -> assertThat(bundle.getState()).as(bundle.toString()).isEqualTo(Bundle.ACTIVE));
  }

  @Test
  void a_bundle_reads_checks_and_writes_whatever_class_loader_the_thread_has() throws Exception {
    Path csv = Files.writeString(folder.resolve("jeu.csv"), CSV);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // As of a server that knows nothing of bundles.
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      Class<?> consumer = bundle(CONSUMER).loadClass("org.collporterre.tests.consumer.Consumer");
      assertThat(consumer.getClassLoader()).isNotEqualTo(before);
      Object said = consumer.getMethod("use", Path.class, Path.class).invoke(null, csv, folder);
      assertThat((String) said).contains("\"coordinates-out-of-range\"").contains("\"line\": 3");
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(Files.readString(folder.resolve("jeu.geojson"))).contains("Café réparation");
    assertThat(Files.readString(folder.resolve("jeu.jsonld"))).contains("schema.org");
    assertThat(Files.readString(folder.resolve("jeu.html"))).contains("Café réparation");
  }

  @Test
  void bundles_export_what_modules_export_and_no_package_lies_in_two() {
    Map<String, Set<String>> exported = new TreeMap<>();
    for (Path jar : path()) {
      ModuleReference module = ModuleFinder.of(jar).findAll().iterator().next();
      String name = module.descriptor().name();
      if (!name.startsWith("org.collporterre.")) {
        continue;
      }
      Set<String> packages =
          module.descriptor().exports().stream()
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(exports(symbolicName(jar))).as(name).isEqualTo(packages);
      packages.forEach(one -> exported.computeIfAbsent(one, key -> new TreeSet<>()).add(name));
    }
    assertThat(exported).hasSizeGreaterThan(15).allSatisfy((one, in) -> assertThat(in).hasSize(1));
  }

  @Test
  void packages_have_the_version_of_the_library() {
    assertThat(
            bundle("org.collporterre.model")
                .adapt(BundleRevision.class)
                .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE))
        .allSatisfy(one -> assertThat(one.getAttributes().get("version")).hasToString("0.1.0"));
  }

  private static Set<String> exports(String bundle) {
    return bundle(bundle)
        .adapt(BundleWiring.class)
        .getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
        .stream()
        .map(one -> one.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE).toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Bundle bundle(String symbolicName) {
    return Arrays.stream(felix.getBundleContext().getBundles())
        .filter(one -> symbolicName.equals(one.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private static Bundle install(BundleContext context, Path jar) throws Exception, BundleException {
    if (!symbolicName(jar).isBlank()) {
      return context.installBundle("reference:" + jar.toUri());
    }
    Path wrapped = folder.resolve(jar.getFileName());
    wrap(jar, wrapped);
    return context.installBundle("reference:" + wrapped.toUri());
  }

  /** As a container of bundles does with a jar that is none. */
  private static void wrap(Path jar, Path to) throws Exception {
    try (Analyzer analyzer = new Analyzer(new Jar(jar.toFile()))) {
      analyzer.setBundleSymbolicName(jar.getFileName().toString().replaceFirst("-\\d.*", ""));
      analyzer.setImportPackage("*;resolution:=optional");
      String version = jar.getFileName().toString().replaceFirst(".*?-(\\d[\\d.]*).*", "$1");
      analyzer.setExportPackage("*;version=" + version.replaceFirst("\\.$", ""));
      analyzer.getJar().setManifest(analyzer.calcManifest());
      analyzer.getJar().write(to.toFile());
    }
  }

  private static String symbolicName(Path jar) {
    try (Jar opened = new Jar(jar.toFile())) {
      Manifest manifest = opened.getManifest();
      String name =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      return name == null ? "" : name.replaceFirst(";.*", "");
    } catch (Exception e) {
      throw new IllegalStateException(jar.toString(), e);
    }
  }

  private static List<Path> path() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(one -> !FOR_TESTS.matcher(one).matches())
        .map(Path::of)
        .toList();
  }
}
