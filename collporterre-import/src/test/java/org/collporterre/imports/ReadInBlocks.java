package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/** What a file gives when it is read record by record, and in blocks. */
final class ReadInBlocks {
  /** What a file gave. */
  record Outcome(
      List<String> records,
      List<Finding> findings,
      Map<?, ?> deleted,
      List<String> extensions,
      boolean stopped) {}

  /** Opens a file. */
  interface File<E extends Entry> {
    EntryReader<E> open(List<Finding> findings) throws IOException;
  }

  /** Of blocks that none comes before. */
  static final Consumer<Block> NONE =
      earlier -> {
        throw new AssertionError(earlier);
      };

  private ReadInBlocks() {}

  static <E extends Entry> Outcome one(File<E> file) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<String> records = new ArrayList<>();
    try (EntryReader<E> in = file.open(findings)) {
      in.forEach(row -> records.add(shown(row)));
      return new Outcome(records, findings, in.deleted(), in.extensions(), in.stopped());
    }
  }

  /** Blocks are read a few ahead of their turn, the later ones first, by several readers. */
  static <E extends Entry> Outcome several(File<E> file, int size, int readers) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<String> records = new ArrayList<>();
    try (EntryReader<E> in = file.open(findings)) {
      EntryBlocks<E> blocks = in.blocks(size);
      if (blocks == null) {
        in.forEach(row -> records.add(shown(row)));
      } else {
        merge(blocks, readers, records);
      }
      return new Outcome(records, findings, in.deleted(), in.extensions(), in.stopped());
    }
  }

  private static final class Part<E extends Entry> {
    final Block block;
    final List<Finding> findings = new ArrayList<>();
    final List<Located<E>> rows = new ArrayList<>();
    boolean whole;

    Part(Block block) {
      this.block = block;
    }
  }

  private static <E extends Entry> void merge(
      EntryBlocks<E> blocks, int readers, List<String> records) throws IOException {
    List<Finding> own = new ArrayList<>();
    List<EntryBlocks.Reader<E>> pool = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      pool.add(blocks.reader(own::add));
    }
    boolean more = true;
    while (more && !blocks.stopped()) {
      Deque<Part<E>> parts = new ArrayDeque<>();
      for (int i = 0; i < 2 * readers && more; i++) {
        Block block = blocks.next(earlier -> parts.add(new Part<>(earlier)));
        more = block != null;
        if (block != null) {
          parts.add(new Part<>(block));
        }
      }
      int turn = 0;
      for (var later = parts.descendingIterator(); later.hasNext(); turn++) {
        Part<E> part = later.next();
        own.clear();
        part.whole = pool.get(turn % readers).read(part.block, part.rows::add);
        part.findings.addAll(own);
      }
      for (Part<E> part : parts) {
        if (blocks.stopped()) {
          return;
        } else if (part.whole) {
          blocks.passed(part.rows);
          part.findings.forEach(blocks.sink()::report);
          part.rows.forEach(row -> records.add(shown(row)));
        } else {
          blocks.read(part.block, row -> records.add(shown(row)));
        }
      }
    }
    blocks.end();
  }

  /** Returns a record with where all of it comes from. */
  static String shown(Located<?> row) {
    Located.Origin origin = row.origin();
    StringBuilder all = new StringBuilder();
    all.append(origin.record()).append(origin.hasErrors()).append(' ').append(row.value());
    for (Field field : Schema.of(row.value()).fields()) {
      all.append(' ').append(field.key()).append(origin.field(field.key()));
      all.append(origin.text(field.key()));
    }
    row.value().sheet().extensions().keySet().forEach(name -> all.append(origin.field(name)));
    return all.toString();
  }
}
