package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program is told that did not add the optional libraries for documents. */
class MissingParserTest {
  @TempDir Path folder;

  /** Reads a document with the classes of a program that has no parsers. */
  private Object read(String name, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    URL[] urls =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(path -> !path.contains("tika-parser") && !path.contains("commonmark"))
            .map(MissingParserTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> drafts = loader.loadClass("org.collporterre.imports.documents.DocumentDrafts");
      Class<?> sink = loader.loadClass("org.collporterre.report.FindingSink");
      Class<?> portrait = loader.loadClass("org.collporterre.model.Portrait");
      Object silent = Proxy.newProxyInstance(loader, new Class<?>[] {sink}, (p, m, a) -> null);
      return drafts
          .getMethod("read", Path.class, Class.class, sink)
          .invoke(drafts.getMethod("create").invoke(null), file, portrait, silent);
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf, %PDF-1.4, org.apache.tika:tika-parser-pdf-module:3.3.1",
    "a.rtf, {\\rtf1}, org.apache.tika:tika-parser-microsoft-module:3.3.1",
    "a.html, <html>, org.apache.tika:tika-parser-html-module:3.3.1",
    "a.md, # Titre, org.commonmark:commonmark:0.29.0"
  })
  void the_coordinates_of_what_is_missing_are_named(String name, String text, String coordinates) {
    assertThatThrownBy(() -> read(name, text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .hasMessage("add the dependency " + coordinates)
        .extracting(e -> e.getClass().getSimpleName())
        .isEqualTo("MissingParserException");
  }

  @Test
  void word_and_opendocument_name_theirs() throws IOException {
    byte[] docx = RawDocument.docx("", RawDocument.p("", "Un titre"));
    byte[] odt = RawDocument.odt("", "<text:p>Un titre</text:p>");

    assertThatThrownBy(() -> read("a.docx", docx))
        .cause()
        .hasMessageEndingWith(":tika-parser-microsoft-module:3.3.1");
    assertThatThrownBy(() -> read("a.odt", odt))
        .cause()
        .hasMessageEndingWith(":tika-parser-miscoffice-module:3.3.1");
  }

  @Test
  void plain_text_needs_no_library() throws Exception {
    Object draft = read("a.txt", "Un titre\n\nUn texte.".getBytes(StandardCharsets.UTF_8));

    assertThat(((Optional<?>) draft).isPresent()).isTrue();
  }
}
