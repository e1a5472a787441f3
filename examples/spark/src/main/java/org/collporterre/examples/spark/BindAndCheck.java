package org.collporterre.examples.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources one after the other and checks each record by what looks at it alone.
 *
 * @param settings what to check by
 * @param alone whether there is one source only, whose licence, say, is then that of all records
 */
record BindAndCheck(CheckSettings settings, boolean alone)
    implements MapPartitionsFunction<Row, Row> {
  @Override
  public Iterator<Row> call(Iterator<Row> sources) {
    return new Rows(sources);
  }

  private final class Rows implements Iterator<Row>, TaskCompletionListener {
    private final Iterator<Row> sources;
    private @Nullable SourceRows current;

    Rows(Iterator<Row> sources) {
      this.sources = sources;
      TaskContext.get().addTaskCompletionListener(this);
    }

    /** A task that nobody wants to the end any more leaves no file open. */
    @Override
    public void onTaskCompletion(TaskContext task) {
      if (current != null) {
        current.close();
      }
    }

    @Override
    public boolean hasNext() {
      while ((current == null || !current.hasNext()) && sources.hasNext()) {
        Row row = sources.next();
        Source source = new Source(row.getInt(0), row.getString(1));
        current = new SourceRows(source, settings, alone);
      }
      return current != null && current.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext() || current == null) {
        throw new NoSuchElementException();
      }
      return current.next();
    }
  }
}
