package org.collporterre.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Closes several things, each whether or not another fails. */
final class Closing {
  private Closing() {}

  /** Closes all that is left, a few of them. */
  static void all(Iterator<? extends Closeable> left) throws IOException {
    if (left.hasNext()) {
      try {
        left.next().close();
      } finally {
        all(left);
      }
    }
  }
}
