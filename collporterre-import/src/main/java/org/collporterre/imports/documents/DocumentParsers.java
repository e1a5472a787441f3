package org.collporterre.imports.documents;

import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.renderer.html.HtmlRenderer;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The parsers of documents, named one by one and told to read text only: nothing is looked up on
 * the class path, no macro, script or embedded document is read, no picture is recognized. The
 * libraries are optional; only this class touches them.
 */
final class DocumentParsers {
  private static final long PDF_MEMORY = 64L << 20;

  /** Elements whose text is no text of the page. */
  private static final Set<String> DISCARDED = Set.of("script", "style", "template", "noscript");

  private DocumentParsers() {}

  /** Returns the parser of a binary kind. */
  static Parser of(DocumentKind kind) {
    return switch (kind) {
      case DOCX -> new OOXMLParser();
      case RTF -> new RTFParser();
      case ODT -> Odt.parser();
      case PDF -> Pdf.parser();
      case HTML, MARKDOWN, TEXT -> throw new IllegalArgumentException(kind.name());
    };
  }

  /** Adds to a context what the parser of a kind is told. */
  static void configure(DocumentKind kind, ParseContext context) {
    context.set(Parser.class, EmptyParser.INSTANCE);
    if (kind == DocumentKind.DOCX) {
      Office.configure(context);
    } else if (kind == DocumentKind.PDF) {
      Pdf.configure(context);
    }
  }

  /** Parses a page. */
  static void page(String html, ContentHandler handler, Metadata metadata, ParseContext context)
      throws SAXException {
    Page.parse(html, handler, metadata, context);
  }

  /** Returns the page that a Markdown text is written as. */
  static String page(String markdown) {
    return Markdown.page(markdown);
  }

  // Each in a class of its own, so that the absence of one library does not concern the others.

  private static final class Office {
    static void configure(ParseContext context) {
      OfficeParserConfig config = new OfficeParserConfig();
      config.setUseSAXDocxExtractor(true);
      config.setExtractMacros(false);
      config.setIncludeDeletedContent(false);
      config.setIncludeMoveFromContent(false);
      config.setIncludeHeadersAndFooters(false);
      context.set(OfficeParserConfig.class, config);
    }
  }

  private static final class Odt {
    static Parser parser() {
      OpenDocumentParser parser = new OpenDocumentParser();
      parser.setExtractMacros(false);
      return parser;
    }
  }

  private static final class Pdf {
    static Parser parser() {
      return new PDFParser();
    }

    static void configure(ParseContext context) {
      PDFParserConfig config = new PDFParserConfig();
      config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
      config.setExtractInlineImages(false);
      config.setExtractAnnotationText(false);
      config.setExtractAcroFormContent(false);
      config.setExtractBookmarksText(false);
      config.setExtractActions(false);
      config.setParseIncrementalUpdates(false);
      config.setMaxMainMemoryBytes(PDF_MEMORY);
      config.setSortByPosition(false);
      context.set(PDFParserConfig.class, config);
    }
  }

  private static final class Page {
    static void parse(String html, ContentHandler handler, Metadata metadata, ParseContext context)
        throws SAXException {
      context.set(
          HtmlMapper.class,
          new HtmlMapper() {
            @Override
            public String mapSafeElement(String name) {
              return name.toLowerCase(Locale.ROOT);
            }

            @Override
            public boolean isDiscardElement(String name) {
              return DISCARDED.contains(name.toLowerCase(Locale.ROOT));
            }

            @Override
            public String mapSafeAttribute(String element, String attribute) {
              return attribute.toLowerCase(Locale.ROOT);
            }
          });
      new JSoupParser().parseString(html, handler, metadata, context);
    }
  }

  private static final class Markdown {
    static String page(String markdown) {
      var parser =
          org.commonmark.parser.Parser.builder()
              .includeSourceSpans(IncludeSourceSpans.NONE)
              .build();
      String body = HtmlRenderer.builder().escapeHtml(true).build().render(parser.parse(markdown));
      return "<html><body>" + body + "</body></html>";
    }
  }
}
