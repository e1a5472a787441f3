package org.collporterre.cms.sling;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sling.api.SlingHttpServletRequest;
import org.apache.sling.api.request.RequestParameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes files from requests and from the repository, never more than {@value #MOST_BYTES} bytes.
 */
final class Uploads {
  static final long MOST_BYTES = 50L << 20;

  /** The field of a form that holds the file. */
  static final String FIELD = "fichier";

  /** It has more bytes than are taken. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("more than " + MOST_BYTES + " bytes");
    }
  }

  private Uploads() {}

  /** Returns the name of what was sent, without folders and other oddities. */
  static String name(SlingHttpServletRequest request) {
    RequestParameter sent = request.getRequestParameter(FIELD);
    String name = sent == null ? null : sent.getFileName();
    if (name == null) {
      return "envoi";
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return clean.isBlank() ? "envoi" : clean.substring(0, Math.min(100, clean.length()));
  }

  /** Copies what was sent, as the field of a form or as the body, to a file; null for nothing. */
  static @Nullable Path receive(SlingHttpServletRequest request) throws IOException {
    RequestParameter sent = request.getRequestParameter(FIELD);
    String type = String.valueOf(request.getContentType());
    if (sent != null && sent.getSize() > MOST_BYTES
        || request.getContentLengthLong() > MOST_BYTES) {
      throw new TooLarge();
    }
    boolean form =
        type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
    if (sent == null && form) {
      return null;
    }
    try (InputStream in = sent == null ? request.getInputStream() : sent.getInputStream()) {
      return in == null ? null : copy(in);
    }
  }

  /** Copies a stream to a temporary file, which the caller deletes. */
  static Path copy(InputStream in) throws IOException {
    Path file = Files.createTempFile("collporterre-", ".dat");
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > MOST_BYTES) {
          throw new TooLarge();
        }
        out.write(buffer, 0, n);
      }
      whole = true;
      return file;
    } finally {
      if (!whole) {
        Files.delete(file);
      }
    }
  }
}
