package org.collporterre.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares two texts line by line in bounded memory, for texts most lines of which are the same:
 * from the first line that differs on, a window of both is compared as a whole.
 */
final class UnifiedDiff {
  /** Receives the differences, each with the lines around it. */
  interface Hunks {
    /**
     * Takes a difference.
     *
     * @param before its first line in the old text, from 1
     * @param after its first line in the new text, from 1
     */
    void hunk(long before, long after, List<Line> lines);
  }

  /**
   * A line of a hunk.
   *
   * @param sign {@code -}, {@code +}, or a blank for a line of both
   * @param text the line
   * @param other of a line that was changed, what it was or became; else null
   */
  record Line(char sign, String text, @Nullable String other) {}

  private static final int CONTEXT = 3;
  private static final int WINDOW = 200;
  private static final int WINDOW_CHARACTERS = 1 << 22;

  private final TextLines before;
  private final TextLines after;
  private final Hunks hunks;
  private final Deque<String> same = new ArrayDeque<>();

  /** The next lines of both texts, from 1. */
  private long old = 1;

  private long recent = 1;

  private UnifiedDiff(TextLines before, TextLines after, Hunks hunks) {
    this.before = before;
    this.after = after;
    this.hunks = hunks;
  }

  static void compare(TextLines before, TextLines after, Hunks hunks) throws IOException {
    new UnifiedDiff(before, after, hunks).compare();
  }

  private void compare() throws IOException {
    while (true) {
      String one = before.next();
      String other = after.next();
      if (one == null && other == null) {
        return;
      } else if (one != null && one.equals(other)) {
        pass(one);
      } else {
        window(one, other);
      }
    }
  }

  private void pass(String line) {
    old++;
    recent++;
    same.add(line);
    if (same.size() > CONTEXT) {
      same.remove();
    }
  }

  private static boolean fill(List<String> window, TextLines from) throws IOException {
    long size = 0;
    while (window.size() < WINDOW && size < WINDOW_CHARACTERS) {
      String line = from.next();
      if (line == null) {
        return true;
      }
      window.add(line);
      size += line.length();
    }
    return false;
  }

  private void window(@Nullable String one, @Nullable String other) throws IOException {
    List<String> olds = new ArrayList<>();
    List<String> news = new ArrayList<>();
    if (one != null) {
      olds.add(one);
    }
    if (other != null) {
      news.add(other);
    }
    boolean oldEnds = fill(olds, before);
    boolean whole = fill(news, after) && oldEnds;
    List<AbstractDelta<String>> deltas = new ArrayList<>(DiffUtils.diff(olds, news).getDeltas());
    AbstractDelta<String> last = deltas.get(deltas.size() - 1);
    int oldEnd = end(last.getSource());
    int newEnd = end(last.getTarget());
    if (!whole && deltas.size() > 1 && (oldEnd == olds.size() || newEnd == news.size())) {
      // The window ends within a difference, which the next one will see whole.
      deltas.remove(deltas.size() - 1);
      oldEnd = last.getSource().getPosition();
      newEnd = last.getTarget().getPosition();
    } else {
      int tail = Math.min(olds.size() - oldEnd, Math.min(news.size() - newEnd, CONTEXT));
      oldEnd += tail;
      newEnd += tail;
    }
    give(deltas, olds.subList(0, oldEnd));
    before.unread(olds.subList(oldEnd, olds.size()));
    after.unread(news.subList(newEnd, news.size()));
    old += oldEnd;
    recent += newEnd;
    same.clear();
  }

  private static int end(Chunk<String> chunk) {
    return chunk.getPosition() + chunk.size();
  }

  /** Gives out differences; those that are near each other in one hunk. */
  private void give(List<AbstractDelta<String>> deltas, List<String> olds) {
    int from = 0;
    int shown = -same.size();
    while (from < deltas.size()) {
      int to = from + 1;
      while (to < deltas.size()
          && deltas.get(to).getSource().getPosition() - end(deltas.get(to - 1).getSource())
              <= 2 * CONTEXT) {
        to++;
      }
      shown = hunk(deltas.subList(from, to), olds, shown);
      from = to;
    }
  }

  /** Gives out a hunk; returns up to which line of the window lines have been shown. */
  private int hunk(List<AbstractDelta<String>> deltas, List<String> olds, int shown) {
    AbstractDelta<String> first = deltas.get(0);
    int start = first.getSource().getPosition();
    int from = Math.max(shown, start - CONTEXT);
    List<Line> lines = new ArrayList<>();
    List<String> earlier = new ArrayList<>(same);
    int at = from;
    for (AbstractDelta<String> delta : deltas) {
      for (; at < delta.getSource().getPosition(); at++) {
        String text = at < 0 ? earlier.get(earlier.size() + at) : olds.get(at);
        lines.add(new Line(' ', text, null));
      }
      add(delta, lines);
      at = end(delta.getSource());
    }
    int end = Math.min(olds.size(), at + CONTEXT);
    for (; at < end; at++) {
      lines.add(new Line(' ', olds.get(at), null));
    }
    long shift = first.getTarget().getPosition() - (long) start;
    hunks.hunk(old + from, recent + from + shift, lines);
    return end;
  }

  private static void add(AbstractDelta<String> delta, List<Line> lines) {
    List<String> gone = Objects.requireNonNull(delta.getSource().getLines());
    List<String> come = Objects.requireNonNull(delta.getTarget().getLines());
    for (int i = 0; i < gone.size(); i++) {
      lines.add(new Line('-', gone.get(i), i < come.size() ? come.get(i) : null));
    }
    for (int i = 0; i < come.size(); i++) {
      lines.add(new Line('+', come.get(i), i < gone.size() ? gone.get(i) : null));
    }
  }
}
