package org.collporterre.benchmarks.jmh;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Records are written as bytes, which go nowhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncodeBenchmark {
  @Param({"csv", "geojson", "json", "jsonld"})
  public String format = "";

  private List<Initiative> records = List.of();

  @Setup
  public void prepare() throws IOException {
    records = Records.located().stream().map(Located::value).toList();
  }

  @Benchmark
  @OperationsPerInvocation(Records.COUNT)
  public int encode() throws IOException {
    Records.write(format, records, OutputStream.nullOutputStream());
    return records.size();
  }
}
