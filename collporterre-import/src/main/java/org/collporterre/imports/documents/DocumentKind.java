package org.collporterre.imports.documents;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document. What is in a file decides; the name decides only between kinds of text, which
 * nothing else tells apart.
 */
enum DocumentKind {
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "tika-parser-microsoft-module"),
  ODT("application/vnd.oasis.opendocument.text", "tika-parser-miscoffice-module"),
  PDF("application/pdf", "tika-parser-pdf-module"),
  RTF("application/rtf", "tika-parser-microsoft-module"),
  HTML("text/html", "tika-parser-html-module"),
  MARKDOWN("text/markdown", "tika-parser-html-module"),
  TEXT("text/plain", "");

  /** What is read, for people. */
  static final String NAMES = "DOCX, ODT, PDF, RTF, HTML, MD, TXT";

  private static final Map<String, DocumentKind> BY_ENDING =
      Map.ofEntries(
          Map.entry("docx", DOCX),
          Map.entry("odt", ODT),
          Map.entry("pdf", PDF),
          Map.entry("rtf", RTF),
          Map.entry("html", HTML),
          Map.entry("htm", HTML),
          Map.entry("xhtml", HTML),
          Map.entry("md", MARKDOWN),
          Map.entry("markdown", MARKDOWN),
          Map.entry("txt", TEXT));

  /** Behind a byte order mark, blanks, instructions and comments, what a page begins with. */
  private static final Pattern PAGE =
      Pattern.compile(
          "[^<\\w]{0,4}+(?:\\s++|<\\?[^>]*+>|<!--.*?-->)*+<(?:!doctype\\s+html|html|head|body)\\b",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The name of the stream that holds an encrypted document, as an old Office file writes it. */
  private static final String ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  /** Without its end an archive was cut off, and parsers would silently give what is left. */
  private static final String END_OF_ZIP = "PK\5\6";

  private static final int HEAD = 1 << 12;

  private final String mediaType;
  private final String artifact;

  DocumentKind(String mediaType, String artifact) {
    this.mediaType = mediaType;
    this.artifact = artifact;
  }

  String mediaType() {
    return mediaType;
  }

  /** Returns the name of the library that reads it, without version. */
  String artifact() {
    return artifact;
  }

  /** Returns the kind that a name promises, or null. */
  static @Nullable DocumentKind named(String name) {
    return BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the kind of a document.
   *
   * @param bytes all of it
   * @param name the file's name
   * @throws DocumentRefused when it is none that is read
   */
  static DocumentKind of(byte[] bytes, String name) throws DocumentRefused {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (bytes.length == 0) {
      throw new DocumentRefused("file-empty", null, null);
    } else if (head.startsWith("PK\3\4")) {
      return zip(new String(bytes, StandardCharsets.ISO_8859_1), name);
    } else if (head.contains("%PDF-")) {
      return PDF;
    } else if (head.startsWith("{\\rtf")) {
      return RTF;
    } else if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      boolean encrypted = new String(bytes, StandardCharsets.ISO_8859_1).contains(ENCRYPTED);
      throw encrypted ? DocumentRefused.encrypted(DOCX) : DocumentRefused.unsupported("DOC");
    }
    return text(head, name);
  }

  private static DocumentKind zip(String bytes, String name) throws DocumentRefused {
    DocumentKind promised = named(name);
    boolean document = promised == DOCX || promised == ODT;
    if (document && !bytes.contains(END_OF_ZIP)) {
      throw DocumentRefused.damaged();
    } else if (bytes.contains("word/")) {
      return DOCX;
    } else if (bytes.contains("opendocument.text")) {
      return ODT;
    } else if (bytes.contains("xl/") || bytes.contains("opendocument.")) {
      throw DocumentRefused.unsupported("XLSX, ODS");
    }
    throw DocumentRefused.unsupported("ZIP");
  }

  private static DocumentKind text(String head, String name) throws DocumentRefused {
    DocumentKind promised = named(name);
    boolean wide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
    String plain = head.replace("\0", "");
    if (head.length() != plain.length() && !wide && promised != HTML) {
      throw DocumentRefused.unsupported("?");
    } else if (PAGE.matcher(plain).lookingAt()) {
      return HTML;
    } else if (promised == null) {
      throw DocumentRefused.unsupported(plain.startsWith("<") ? "XML" : "?");
    }
    return switch (promised) {
      case HTML, MARKDOWN, TEXT -> promised;
      case DOCX, ODT, PDF, RTF -> throw DocumentRefused.damaged();
    };
  }
}
