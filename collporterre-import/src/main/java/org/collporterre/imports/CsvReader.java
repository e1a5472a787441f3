package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the records of a table: the rows below a header, as {@link CsvHead} opened it. */
final class CsvReader<E extends Entry> implements EntryReader<E> {
  private static final String TITLE = "titre";
  private static final String LOCALITY = "commune";
  private static final String ID = "id";

  /** Makes records of rows; a dataset package adds what its other tables hold. */
  interface Assembly<E extends Entry> {
    /** Returns the record of a row, or null when the row stands for none. */
    @Nullable E assemble(RowBinder row);
  }

  private final Closeable in;
  private final Findings findings;
  private final Assembly<E> assembly;
  private final @Nullable RowBinder rows;
  private final @Nullable IdMaker ids;
  private final Field id;
  private final int title;
  private final int locality;

  private boolean iterated;
  private boolean closedEarly;
  private @Nullable Located<E> next;

  /** Reads the records of a table that stands alone. */
  CsvReader(
      Closeable in, Schema<E> schema, ImportSettings settings, CsvHead head, FindingSink sink) {
    this(in, schema, settings, head, sink, row -> schema.create(row.values(), row.extensions()));
  }

  CsvReader(
      Closeable in,
      Schema<E> schema,
      ImportSettings settings,
      CsvHead head,
      FindingSink sink,
      Assembly<E> assembly) {
    this.in = in;
    this.findings = new Findings(sink, settings.profile(), schema.name());
    this.assembly = assembly;
    CsvColumns columns = head.columns();
    this.rows =
        columns == null ? null : new RowBinder(schema, settings, head.rows(), columns, findings);
    this.ids = settings.generatesIds() ? new IdMaker() : null;
    this.id = schema.requireField(ID);
    this.title = schema.requireField(TITLE).index();
    Field place = schema.field(LOCALITY);
    this.locality = place == null ? -1 : place.index();
  }

  @Override
  public Iterator<Located<E>> iterator() {
    if (iterated) {
      throw new IllegalStateException("a file is read once");
    }
    iterated = true;
    return new Rows();
  }

  @Override
  public List<String> extensions() {
    return rows == null ? List.of() : rows.columns().extensionNames();
  }

  @Override
  public boolean stopped() {
    return closedEarly || rows == null || rows.stopped();
  }

  @Override
  public void close() throws IOException {
    closedEarly |= next != null;
    in.close();
  }

  private final class Rows implements Iterator<Located<E>> {
    @Override
    public boolean hasNext() {
      if (next == null && !closedEarly && rows != null) {
        try {
          next = read(rows);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return next != null;
    }

    @Override
    public Located<E> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Located<E> row = Objects.requireNonNull(next);
      next = null;
      return row;
    }
  }

  private @Nullable Located<E> read(RowBinder row) throws IOException {
    while (row.next()) {
      identify(row);
      E entry = assembly.assemble(row);
      if (entry != null) {
        return new Located<>(entry, row.origin());
      }
    }
    return null;
  }

  private void identify(RowBinder row) {
    Object given = row.values()[id.index()];
    row.identified((String) given);
    if (ids == null) {
      return;
    }
    if (given != null) {
      ids.take((String) given);
    } else if (row.values()[title] instanceof LocalizedText text) {
      Object where = locality < 0 ? null : row.values()[locality];
      String made =
          ids.make(text.text(), where == null ? "" : (String) where, row.origin().checksum());
      row.values()[id.index()] = made;
      row.identified(made);
      if (row.columns().has(ID)) {
        row.cellFinding("id-generated", id, made, null, Fix.unsafe(ID, made));
      } else if (findings.isError("id-generated")) {
        // Said once at the header.
        row.origin().error();
      }
    }
  }
}
