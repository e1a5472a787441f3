package org.collporterre.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value that is a number from one to another. */
abstract class Count implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  Count(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As a number that is out of range.
    }
    throw new TypeConversionException(least + "–" + most);
  }

  /** A number of threads. */
  static final class OfThreads extends Count {
    OfThreads() {
      super(1, 64);
    }
  }

  /** A number of lines. */
  static final class OfLines extends Count {
    OfLines() {
      super(0, 1_000_000);
    }
  }
}
