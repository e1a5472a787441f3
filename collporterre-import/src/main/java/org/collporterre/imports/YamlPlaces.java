package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns marks, which count code points, into lines and columns of UTF-16 code units. */
final class YamlPlaces {
  private final String text;
  private final List<Integer> lines = new ArrayList<>();

  YamlPlaces(String text) {
    this.text = text;
    lines.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !pair) {
        lines.add(i + 1);
      }
    }
  }

  /** Returns the line, from 1. */
  int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  /** Returns the column, from 1. */
  int column(Optional<Mark> mark) {
    int column = mark.map(Mark::getColumn).orElse(0);
    int line = mark.map(Mark::getLine).orElse(0);
    if (line >= lines.size()) {
      return column + 1;
    }
    int at = lines.get(line);
    for (int i = 0; i < column && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at - lines.get(line) + 1;
  }
}
