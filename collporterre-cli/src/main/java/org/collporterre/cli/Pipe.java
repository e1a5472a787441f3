package org.collporterre.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Remembers why a stream failed: {@code | head} that has seen enough is no failure, a full disk is.
 */
final class Pipe extends FilterOutputStream {
  private @Nullable IOException failure;

  Pipe(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  boolean isClosedByReader() {
    IOException first = failure;
    return first != null
        && String.valueOf(first.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
