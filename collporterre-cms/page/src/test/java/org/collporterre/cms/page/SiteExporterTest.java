package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class SiteExporterTest {
  private static final Clock DAY =
      Clock.fixed(Samples.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
  private static final SiteExporter SITE = SiteExporter.create().withClock(DAY);

  @TempDir Path folder;

  private Path write(Exporter exporter, Entry... entries) throws IOException {
    Path site = folder.resolve("site");
    try (EntryWriter<Entry> writer = exporter.open(site, Entry.class, loss -> {})) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
      writer.commit();
    }
    return site;
  }

  private Path whole() throws IOException {
    return write(
        SITE,
        Samples.GARDEN,
        Samples.NETWORK,
        Samples.PORTRAIT,
        Samples.SOWING,
        Samples.SOWING_HERE);
  }

  private static Set<String> files(Path site) throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.walk(site)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.add(site.relativize(file).toString().replace('\\', '/')));
    }
    return files;
  }

  @Test
  void every_record_has_a_page_and_every_link_leads_to_something() throws Exception {
    Path site = whole();

    Set<String> files = files(site);
    assertThat(files)
        .contains(
            "index.html",
            "chiffres.html",
            "initiatives/jardin.html",
            "portraits/yvonne.html",
            "methodologies/semer-ici.html",
            "flux.atom",
            "initiatives.geojson",
            "fiches.jsonld",
            "assets/carte.js",
            "assets/leaflet/leaflet.js")
        .doesNotContain("sitemap.xml");
    List<String> broken = new ArrayList<>();
    for (String file : files) {
      if (file.endsWith(".html")) {
        Document page = Jsoup.parse(Files.readString(site.resolve(file)));
        for (Element element : page.select("[href], [src]")) {
          String to = element.attr("href") + element.attr("src");
          boolean elsewhere = to.startsWith("https:") || to.startsWith("mailto:");
          Path target = site.resolve(file).resolveSibling(to.replaceFirst("#.*", ""));
          if (!elsewhere && !to.startsWith("#") && !Files.isRegularFile(target.normalize())) {
            broken.add(file + " → " + to);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void a_page_has_one_heading_of_the_first_level_and_a_title_of_its_own() throws Exception {
    Path site = whole();
    Set<String> titles = new TreeSet<>();
    int pages = 0;

    for (String file : files(site)) {
      if (file.endsWith(".html")) {
        Document page = Jsoup.parse(Files.readString(site.resolve(file)));
        assertThat(page.select("h1")).as(file).hasSize(1);
        titles.add(page.title());
        pages++;
      }
    }
    assertThat(titles).hasSize(pages);
  }

  @Test
  void a_site_whose_address_is_known_has_a_sitemap_of_all_pages() throws Exception {
    Path site = write(SITE.withBaseUri("https://exemple.org/"), Samples.GARDEN, Samples.SOWING);

    NodeList addresses =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(site.resolve("sitemap.xml").toFile())
            .getElementsByTagName("loc");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < addresses.getLength(); i++) {
      texts.add(addresses.item(i).getTextContent());
    }
    assertThat(texts)
        .containsExactly(
            "https://exemple.org/",
            "https://exemple.org/chiffres.html",
            "https://exemple.org/initiatives/jardin.html",
            "https://exemple.org/methodologies/semer.html");
    assertThat(Files.readString(site.resolve("initiatives/jardin.html")))
        .contains("rel=\"canonical\" href=\"https://exemple.org/initiatives/jardin.html\"");
  }

  @Test
  void a_feed_is_well_formed_whatever_titles_hold() throws Exception {
    Initiative odd =
        Initiative.named("bizarre", "]]> & <b>\u0008 fin").sheet(Samples.PUBLISHED).build();

    Path site = write(SITE, odd, Samples.GARDEN);

    NodeList titles =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(site.resolve("flux.atom").toFile())
            .getElementsByTagName("title");
    assertThat(titles.item(1).getTextContent()).isEqualTo("]]> & <b>\uFFFD fin");
    assertThat(titles.getLength()).isEqualTo(3);
  }

  @Test
  void written_again_it_loses_pages_of_records_that_are_gone_and_nothing_else() throws Exception {
    Path site = whole();
    Files.writeString(site.resolve("CNAME"), "exemple.org");
    Files.createDirectories(site.resolve(".git"));
    Files.writeString(site.resolve(".git/HEAD"), "ref");

    write(SITE, Samples.GARDEN);

    assertThat(files(site))
        .contains("CNAME", ".git/HEAD", "initiatives/jardin.html", "index.html")
        .doesNotContain("initiatives/reseau.html", "portraits/yvonne.html");
  }

  @Test
  void the_same_records_give_the_same_bytes() throws Exception {
    Path site = whole();
    byte[] index = Files.readAllBytes(site.resolve("index.html"));
    byte[] atom = Files.readAllBytes(site.resolve("flux.atom"));

    whole();

    assertThat(site.resolve("index.html")).hasBinaryContent(index);
    assertThat(site.resolve("flux.atom")).hasBinaryContent(atom);
  }

  @Test
  void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(site.resolve("these.odt"), "trois ans");

    assertThatThrownBy(() -> write(SITE, Samples.GARDEN)).isInstanceOf(IOException.class);

    assertThat(files(site)).containsExactly("these.odt");
    assertThat(files(folder)).containsExactly("site/these.odt");
  }

  @Test
  void without_commit_nothing_is_left() throws Exception {
    try (EntryWriter<Entry> writer = SITE.open(folder.resolve("site"), Entry.class, loss -> {})) {
      writer.write(Samples.GARDEN);
    }

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void closed_while_it_is_written_it_leaves_nothing_and_writes_no_more() throws Exception {
    SiteFolder site = SiteFolder.begin(folder.resolve("site"));
    site.open("un/deux.html").close();

    site.close();

    assertThat(files(folder)).isEmpty();
    assertThatThrownBy(() -> site.open("trois.html")).isInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_server_may_read_what_was_written() throws Exception {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Path other = Files.createDirectory(folder.resolve("usual"));

    Path site = whole();

    assertThat(Files.getPosixFilePermissions(site)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void records_that_are_not_for_the_public_are_told_of_and_nowhere() throws Exception {
    Initiative draft =
        Initiative.named("secret", "Pas encore")
            .sheet(
                org.collporterre.model.SheetBuilder.builder()
                    .status(org.collporterre.vocabulary.RecordStatus.DRAFT)
                    .build())
            .build();
    List<Finding> told = new ArrayList<>();
    Path site = folder.resolve("site");

    try (EntryWriter<Entry> writer = SITE.open(site, Entry.class, told::add)) {
      writer.write(draft);
      writer.write(Samples.GARDEN);
      writer.commit();
    }

    assertThat(told).extracting(Finding::code).containsExactly("record-withheld");
    for (String file : files(site)) {
      assertThat(Files.readString(site.resolve(file), StandardCharsets.UTF_8))
          .as(file)
          .doesNotContain("Pas encore");
    }
  }

  @Test
  void identifiers_become_names_that_any_system_can_have() {
    assertThat(Shell.file("jardin-2.0_b")).isEqualTo("jardin-2.0_b");
    assertThat(Shell.file("../x")).isEqualTo("_.._2Fx");
    assertThat(Shell.file("con")).isEqualTo("_con");
    assertThat(Shell.file("COM1")).isEqualTo("_COM1");
    assertThat(Shell.file("a b*é")).isEqualTo("a_20b_2A_C3_A9");
  }

  @Test
  void one_page_alone_holds_everything() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PageExporter exporter = PageExporter.create().withClock(DAY).withLocale(Locale.ENGLISH);

    try (EntryWriter<Entry> writer = exporter.open(out, Entry.class, loss -> {})) {
      writer.write(Samples.GARDEN);
      writer.write(Samples.PORTRAIT);
      writer.commit();
    }

    Document page = Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    assertThat(page.select("link, script[src]")).isEmpty();
    assertThat(page.expectFirst("a.collp-nom").attr("href")).isEqualTo("#initiatives-jardin");
    assertThat(page.expectFirst("#initiatives-jardin h2").text()).isEqualTo("Shared garden");
    assertThat(page.expectFirst("#portraits-yvonne")).isNotNull();
    assertThat(page.select("h1")).hasSize(1);
  }
}
