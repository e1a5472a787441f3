package org.collporterre.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, without their ends, which are LF, CRLF or CR. Of a line that is longer than
 * {@value #LONGEST} characters only the beginning is kept, and a number that tells it from others.
 */
final class TextLines implements Closeable {
  private static final int LONGEST = 1 << 20;

  private final Reader in;
  private final Deque<String> back = new ArrayDeque<>();
  private int pending = -2;
  private boolean begun;

  private TextLines(InputStream in, Charset charset) {
    this.in = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
  }

  static TextLines of(Path file, Charset charset) throws IOException {
    return new TextLines(Files.newInputStream(file), charset);
  }

  /** Returns the next line, or null after the last. */
  @Nullable String next() throws IOException {
    if (!back.isEmpty()) {
      return back.pop();
    }
    int c = read();
    if (!begun && c == '\uFEFF') {
      c = read();
    }
    begun = true;
    if (c < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    int rest = 0;
    for (; c >= 0 && c != '\n' && c != '\r'; c = read()) {
      if (line.length() < LONGEST) {
        line.append((char) c);
      } else {
        rest = 31 * rest + c;
      }
    }
    if (c == '\r') {
      int after = read();
      pending = after == '\n' ? -2 : after;
    }
    return rest == 0 ? line.toString() : line + " … #" + Integer.toHexString(rest);
  }

  /** Puts lines back that were read too far. */
  void unread(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      back.push(lines.get(i));
    }
  }

  private int read() throws IOException {
    if (pending == -2) {
      return in.read();
    }
    int c = pending;
    pending = -2;
    return c;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
