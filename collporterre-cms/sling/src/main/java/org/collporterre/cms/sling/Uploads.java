package org.collporterre.cms.sling;

import java.io.IOException;
import java.io.InputStream;
import org.apache.sling.api.SlingHttpServletRequest;
import org.apache.sling.api.request.RequestParameter;
import org.collporterre.files.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * Takes files from requests and from the repository, never more than {@value #MOST_BYTES} bytes.
 */
final class Uploads {
  static final long MOST_BYTES = 50L << 20;

  /** The field of a form that holds the file. */
  static final String FIELD = "fichier";

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

  /**
   * Copies what was sent, as the field of a form or as the body, to a file; null for nothing.
   *
   * @throws TemporaryFile.TooLarge when it has more bytes than are taken
   */
  static @Nullable TemporaryFile receive(SlingHttpServletRequest request) throws IOException {
    RequestParameter sent = request.getRequestParameter(FIELD);
    String type = String.valueOf(request.getContentType());
    if (sent != null && sent.getSize() > MOST_BYTES
        || request.getContentLengthLong() > MOST_BYTES) {
      throw new TemporaryFile.TooLarge(MOST_BYTES);
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

  /**
   * Copies a stream to a temporary file.
   *
   * @throws TemporaryFile.TooLarge when it has more bytes than are taken
   */
  static TemporaryFile copy(InputStream in) throws IOException {
    return TemporaryFile.copy(in, MOST_BYTES);
  }
}
