package org.collporterre.imports.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.SecureContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Parses one document into its text. */
final class DocumentParse {
  private static final int MAX_EMBEDDED = 100;

  private final Path file;
  private final DocumentKind kind;
  private final Metadata metadata = new Metadata();
  private final List<String> embedded = new ArrayList<>();
  private final BlockHandler handler;

  DocumentParse(Path file, DocumentKind kind, int maxCharacters) {
    this.file = file;
    this.kind = kind;
    this.handler = new BlockHandler(maxCharacters);
  }

  /** Returns the text of the document, whose bytes are given. */
  DocumentText text(byte[] bytes) throws IOException, SAXException, TikaException {
    return switch (kind) {
      case DOCX, ODT, PDF, RTF -> binary();
      case HTML -> page(TextEncoding.decode(bytes, TextEncoding.ofPage(bytes)));
      case MARKDOWN -> markdown(TextEncoding.decode(bytes, TextEncoding.of(bytes)));
      case TEXT -> plain(TextEncoding.decode(bytes, TextEncoding.of(bytes)));
    };
  }

  private DocumentText binary() throws IOException, SAXException, TikaException {
    Parser parser = DocumentParsers.of(kind);
    ParseContext context = context();
    try (TikaInputStream in = TikaInputStream.get(file)) {
      SecureContentHandler secure = new SecureContentHandler(handler, in);
      try {
        parser.parse(in, secure, metadata, context);
      } catch (SAXException e) {
        secure.throwIfCauseOf(e);
        throw e;
      }
    }
    return result(said());
  }

  private DocumentText page(String html) throws SAXException {
    DocumentParsers.page(html, handler, metadata, context());
    return result(said());
  }

  private DocumentText markdown(String text) throws SAXException {
    FrontMatter front = FrontMatter.of(text);
    DocumentParsers.page(DocumentParsers.page(front.text()), handler, metadata, context());
    String authors = front.first("author", "authors", "auteur", "auteurs", "auteurice", "autrice");
    return result(
        new DocumentText.Said(
            orNull(front.first("title", "titre")),
            orNull(front.first("lang", "language", "langue")),
            Arrays.asList(authors.replaceAll("[\\[\\]\"']", "").split("\\s*[,;]\\s*", -1)),
            orNull(front.first("created", "date", "date_creation")),
            orNull(front.first("modified", "updated", "date_maj", "lastmod")),
            orNull(front.first("license", "licence"))));
  }

  private DocumentText plain(String text) throws SAXException {
    for (String paragraph : text.replaceAll("\\R", "\n").split("\n[ \t]*\n", -1)) {
      char[] characters = paragraph.toCharArray();
      handler.startElement("", "p", "p", new AttributesImpl());
      handler.characters(characters, 0, characters.length);
      handler.endElement("", "p", "p");
    }
    return result(said());
  }

  private ParseContext context() {
    ParseContext context = new ParseContext();
    DocumentParsers.configure(kind, context);
    context.set(EmbeddedDocumentExtractor.class, new Names());
    return context;
  }

  private DocumentText result(DocumentText.Said said) {
    return new DocumentText(
        PlainLines.split(handler.blocks()), said, handler.pictures(), embedded, handler.links());
  }

  private DocumentText.Said said() {
    String language = metadata.get(TikaCoreProperties.LANGUAGE);
    if (language == null) {
      language = handler.language() == null ? metadata.get("Content-Language") : handler.language();
    }
    return new DocumentText.Said(
        metadata.get(TikaCoreProperties.TITLE),
        language,
        authors(),
        metadata.get(TikaCoreProperties.CREATED),
        metadata.get(TikaCoreProperties.MODIFIED),
        metadata.get("license"));
  }

  private List<String> authors() {
    String[] creators = metadata.getValues(TikaCoreProperties.CREATOR);
    String author = metadata.get("author");
    return creators.length == 0 && author != null ? List.of(author) : Arrays.asList(creators);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Takes down the names of embedded pictures, and follows nothing. */
  private final class Names implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata part) {
      String name = part.get(TikaCoreProperties.RESOURCE_NAME_KEY);
      if (name != null && embedded.size() < MAX_EMBEDDED && isPicture(name)) {
        embedded.add(name.substring(name.lastIndexOf('/') + 1));
      }
      return false;
    }

    private boolean isPicture(String name) {
      return name.matches("(?i).*\\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|emf|wmf)");
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler out, Metadata part, boolean html) {
      // Never called for what shouldParseEmbedded refuses; some parsers call it all the same.
    }
  }
}
