package org.collporterre.benchmarks.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bytes are parsed and bound to records. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadBenchmark {
  @Param({"csv", "geojson", "json", "jsonld"})
  public String format = "";

  private byte[] file = {};

  @Setup
  public void prepare() throws IOException {
    file = Records.bytes(format);
  }

  @Benchmark
  @OperationsPerInvocation(Records.COUNT)
  public int read() throws IOException {
    int read = 0;
    try (EntryReader<Initiative> in = Records.open(format, file)) {
      for (Located<Initiative> row : in) {
        read += row.value().id().length();
      }
    }
    return read;
  }
}
