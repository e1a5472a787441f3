package org.collporterre.imports.documents;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.Tika;
import org.apache.tika.exception.EncryptedDocumentException;

/**
 * Parses a document of unknown origin in a thread of its own, for so long and so much text. A
 * parser that does not end is left behind: its thread does not keep the program from ending.
 *
 * @param timeout how long a document may take
 * @param maxCharacters how much text it may hold
 */
record BoundedParse(Duration timeout, int maxCharacters) {
  private static final String GROUP = "org.apache.tika:";

  /** What Tika says of output out of all proportion, and of elements nested without end. */
  private static final String BOMB = "zip bomb";

  /**
   * Returns the text of a document.
   *
   * @param bytes all of the file
   * @throws DocumentRefused when it is encrypted, damaged, too slow or too large
   * @throws MissingParserException when the library for it is not there
   */
  DocumentText parse(Path file, DocumentKind kind, byte[] bytes) throws IOException {
    var task = new FutureTask<>(() -> new DocumentParse(file, kind, maxCharacters).text(bytes));
    Thread thread = new Thread(task, "collporterre-document");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      String limit = String.format(Locale.ROOT, "%d s", timeout.toSeconds());
      throw new DocumentRefused("document-too-slow", null, limit);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(file.toString());
    } catch (ExecutionException e) {
      throw refused(e.getCause() == null ? e : e.getCause(), kind);
    }
  }

  private DocumentRefused refused(Throwable reason, DocumentKind kind) {
    for (Throwable e = reason; e != null; e = e.getCause()) {
      if (e instanceof BlockHandler.TooLong) {
        String limit = String.format(Locale.ROOT, "%d", maxCharacters);
        return new DocumentRefused("document-too-large", null, limit);
      } else if (e instanceof EncryptedDocumentException) {
        return DocumentRefused.encrypted(kind);
      } else if (String.valueOf(e.getMessage()).contains(BOMB)) {
        return new DocumentRefused("archive-unsafe", kind.name(), null);
      }
    }
    if (reason instanceof NoClassDefFoundError missing) {
      return missing(missing, kind);
    } else if (reason instanceof OutOfMemoryError || reason instanceof StackOverflowError) {
      return new DocumentRefused("document-too-large", null, null);
    }
    // Parsers throw anything at all for what they do not understand.
    return DocumentRefused.damaged();
  }

  private static DocumentRefused missing(NoClassDefFoundError missing, DocumentKind kind) {
    String name = String.valueOf(missing.getMessage());
    if (name.contains("org/bouncycastle")) {
      // Only documents encrypted for a certificate ask for it.
      return DocumentRefused.encrypted(kind);
    } else if (name.contains("org/commonmark")) {
      throw new MissingParserException("org.commonmark:commonmark:0.29.0", missing);
    }
    String version = Tika.getString().replaceFirst("^Apache Tika ", "");
    throw new MissingParserException(GROUP + kind.artifact() + ":" + version, missing);
  }
}
