package org.collporterre.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.collporterre.report.Report;

/**
 * Converts files to GeoJSON in one JVM and tells how long each took once the JIT compiler is warm:
 * how the time grows with the records, start-up and warm-up apart.
 */
public final class SteadyTime {
  /** So many records are read of smaller files before a time counts. */
  private static final long WARM = 300_000;

  /**
   * What a conversion took.
   *
   * @param wall seconds
   * @param cpu seconds of all threads
   */
  record Time(long records, double wall, double cpu) {}

  private SteadyTime() {}

  /** Takes {@code RULES THREADS ROUNDS FOLDER FILE…}; the folder is for what is written. */
  public static void main(String[] args) throws IOException {
    Convert.Options options = new Convert.Options(Rules.of(args[0]), Integer.parseInt(args[1]));
    int rounds = Integer.parseInt(args[2]);
    Path out = Path.of(args[3], "bench-out-steady.geojson");
    for (String file : List.of(args).subList(4, args.length)) {
      Time time = steady(Path.of(file), out, options, rounds);
      System.out.printf(
          Locale.ROOT, "steady,%d,%.3f,%.3f%n", time.records(), time.wall(), time.cpu());
    }
  }

  private static Time steady(Path file, Path out, Convert.Options options, int rounds)
      throws IOException {
    long warm = 0;
    while (warm < WARM) {
      warm += time(file, out, options).records();
    }
    Time[] times = new Time[rounds];
    for (int round = 0; round < rounds; round++) {
      times[round] = time(file, out, options);
    }
    double[] wall = Arrays.stream(times).mapToDouble(Time::wall).sorted().toArray();
    double[] cpu = Arrays.stream(times).mapToDouble(Time::cpu).sorted().toArray();
    return new Time(times[0].records(), wall[rounds / 2], cpu[rounds / 2]);
  }

  /** Converts a file once. */
  static Time time(Path file, Path out, Convert.Options options) throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    long records = Convert.convert(file, out, Report.keeping(10), options);
    Time time =
        new Time(
            records, (System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    Files.delete(out);
    return time;
  }
}
