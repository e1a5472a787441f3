package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Gives one byte at a time, as a slow connection may. */
final class Drops extends InputStream {
  private final ByteArrayInputStream in;

  Drops(byte[] bytes) {
    this.in = new ByteArrayInputStream(bytes);
  }

  @Override
  public int read() {
    return in.read();
  }

  @Override
  public int read(byte[] into, int from, int length) {
    return in.read(into, from, Math.min(length, 1));
  }
}
