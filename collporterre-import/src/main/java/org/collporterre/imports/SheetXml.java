package org.collporterre.imports;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a part of a workbook, event by event. A document type declaration is refused, so that
 * there are no entities to expand or to fetch.
 */
final class SheetXml implements Closeable {
  /** One more character than a cell may have; what is longer is cut, and then refused. */
  static final int MAX_TEXT = TableTexts.LONGEST_CELL + 1;

  /**
   * Workbooks nest about twenty elements; the parser remembers all that are open. Below the limit
   * that parsers of newer JDKs have themselves, and that they call damage.
   */
  private static final int MAX_DEPTH = 128;

  /** What is read for one event is in memory: an attribute, a comment. */
  private static final int MAX_EVENT = 16 << 20;

  private final Stretch in;
  private final String part;
  private final XMLStreamReader xml;
  private int event;
  private int depth;

  SheetXml(InputStream in, String part) throws IOException {
    this.in = new Stretch(in, part);
    this.part = part;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      this.xml = factory.createXMLStreamReader(this.in);
    } catch (XMLStreamException e) {
      throw refused(e);
    }
  }

  /**
   * Moves to the next event; false at the end.
   *
   * @throws FileRefused when the XML is not well-formed, declares a document type or is made to
   *     fill the memory
   */
  boolean next() throws IOException {
    in.begin();
    try {
      if (!xml.hasNext()) {
        return false;
      }
      event = xml.next();
    } catch (XMLStreamException e) {
      throw refused(e);
    }
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw FileRefused.unsafe(part + ": DOCTYPE");
    }
    depth += isStart() ? 1 : isEnd() ? -1 : 0;
    if (depth > MAX_DEPTH) {
      throw FileRefused.unsafe(part);
    }
    return event != XMLStreamConstants.END_DOCUMENT;
  }

  private FileRefused refused(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileRefused refused) {
        return refused;
      }
    }
    return e.getNestedException() instanceof FileRefused refused
        ? refused
        : FileRefused.damaged(part);
  }

  boolean isStart() {
    return event == XMLStreamConstants.START_ELEMENT;
  }

  boolean isEnd() {
    return event == XMLStreamConstants.END_ELEMENT;
  }

  boolean isText() {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  boolean starts(String name) {
    return isStart() && xml.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return isEnd() && xml.getLocalName().equals(name);
  }

  /** Returns the local name of the element that starts or ends here. */
  String name() {
    return xml.getLocalName();
  }

  /** Returns the characters here, unless they would make a text longer than is of use. */
  String characters(int lengthBefore) {
    int length = Math.min(xml.getTextLength(), MAX_TEXT - lengthBefore);
    return length <= 0 ? "" : new String(xml.getTextCharacters(), xml.getTextStart(), length);
  }

  /** Returns an attribute by its local name, of whatever namespace. */
  @Nullable String attribute(String name) {
    return attribute(null, name);
  }

  /** Returns an attribute. */
  @Nullable String attribute(@Nullable String namespace, String name) {
    return xml.getAttributeValue(namespace, name);
  }

  /** Returns an attribute that is a whole number, not beyond a limit; else another number. */
  int number(@Nullable String namespace, String name, int otherwise, int limit) {
    String text = attribute(namespace, name);
    if (text == null || text.isEmpty() || text.length() > 18) {
      return text == null || text.isEmpty() ? otherwise : limit;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return otherwise;
      }
    }
    return (int) Math.min(limit, Long.parseLong(text));
  }

  /** Skips the element that starts here, with all that is in it. */
  void skip() throws IOException {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // What is inside does not count.
    }
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      in.close();
    }
  }

  /** Counts what is read for one event. */
  private static final class Stretch extends FilterInputStream {
    private final String part;
    private long read;

    Stretch(InputStream in, String part) {
      super(in);
      this.part = part;
    }

    void begin() {
      read = 0;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = in.read(bytes, from, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      read += n;
      if (read > MAX_EVENT) {
        throw FileRefused.unsafe(part);
      }
    }
  }
}
