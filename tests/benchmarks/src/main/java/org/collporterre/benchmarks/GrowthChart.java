package org.collporterre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws time and memory over the number of records as SVG, both axes logarithmic: what grows in
 * proportion is a line that rises by 45 degrees. The same numbers give the same bytes.
 */
public final class GrowthChart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final int LEFT = 64;
  private static final int TOP = 52;

  private static final String STYLE =
      """
      <style>
      text{font:12px sans-serif;fill:#222}
      .grid{stroke:#bbb;stroke-width:.5}
      .line{fill:none;stroke-width:2}
      .s0{stroke:#0b5fa5;fill:#0b5fa5}.s1{stroke:#b3400f;fill:#b3400f}.s2{stroke:#3b7d23;fill:#3b7d23}
      .line{fill:none}.s1.line{stroke-dasharray:6 3}.s2.line{stroke-dasharray:2 3}
      @media (prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#666}
      .s0{stroke:#6cb6ff;fill:#6cb6ff}.s1{stroke:#ff9e6b;fill:#ff9e6b}.s2{stroke:#8fd672;fill:#8fd672}
      .line{fill:none}}
      </style>
      """;

  /** One measured point. */
  record Point(double records, double value) {}

  private final StringBuilder out = new StringBuilder();

  private GrowthChart() {}

  /** Takes the table and the picture: {@code records,series,wall_s,cpu_s,peak_rss_mb}. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[1]), draw(Files.readAllLines(Path.of(args[0]))));
  }

  /** Returns the picture of a table. */
  static String draw(List<String> table) {
    Map<String, List<Point>> time = new LinkedHashMap<>();
    Map<String, List<Point>> memory = new LinkedHashMap<>();
    for (String line : table.subList(1, table.size())) {
      List<String> cells = List.of(line.split(",", -1));
      double records = Double.parseDouble(cells.get(0));
      add(time, cells.get(1), records, cells.get(2));
      if (cells.size() > 4) {
        add(memory, cells.get(1), records, cells.get(4));
      }
    }
    return new GrowthChart().drawing(time, memory);
  }

  private static void add(
      Map<String, List<Point>> series, String name, double records, String value) {
    series
        .computeIfAbsent(name, any -> new ArrayList<>())
        .add(new Point(records, Double.parseDouble(value)));
  }

  private String drawing(Map<String, List<Point>> time, Map<String, List<Point>> memory) {
    int all = 2 * WIDTH + 3 * LEFT;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
        .append(all + " " + (HEIGHT + TOP + 60))
        .append("\" aria-labelledby=\"t d\">\n<title id=\"t\">Growth with the number of records")
        .append("</title>\n<desc id=\"d\">")
        .append(described("Seconds", time))
        .append(described(" Megabytes", memory))
        .append("</desc>\n")
        .append(STYLE);
    List<String> names = List.copyOf(time.keySet());
    panel(LEFT, "time, seconds", time, names);
    panel(WIDTH + 2 * LEFT, "peak memory, MB", memory, names);
    return out.append("</svg>\n").toString();
  }

  private static String described(String unit, Map<String, List<Point>> series) {
    StringBuilder text = new StringBuilder();
    series.forEach(
        (name, points) -> {
          text.append(unit).append(", ").append(name).append(":");
          for (Point point : points) {
            text.append(' ').append(number(point.value())).append(" for ");
            text.append(number(point.records())).append(';');
          }
        });
    return text.toString();
  }

  private void panel(int x, String title, Map<String, List<Point>> series, List<String> names) {
    List<Point> all = series.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return;
    }
    Axis across = Axis.of(all.stream().mapToDouble(Point::records).toArray(), x, WIDTH);
    Axis up = Axis.of(all.stream().mapToDouble(Point::value).toArray(), TOP + HEIGHT, -HEIGHT);
    text(x, TOP - 32, "start", title);
    for (int power = across.least; power <= across.most; power++) {
      double at = across.at(Math.pow(10, power));
      line(at, TOP, at, TOP + HEIGHT);
      text(at, TOP + HEIGHT + 18, "middle", number(Math.pow(10, power)));
    }
    for (int power = up.least; power <= up.most; power++) {
      double at = up.at(Math.pow(10, power));
      line(x, at, x + WIDTH, at);
      text(x - 6, at + 4, "end", number(Math.pow(10, power)));
    }
    text(x + WIDTH / 2.0, TOP + HEIGHT + 40, "middle", "records");
    int key = x;
    for (Map.Entry<String, List<Point>> entry : series.entrySet()) {
      int number = names.indexOf(entry.getKey());
      curve(number, entry.getValue(), across, up);
      out.append(
          coordinates("<path class=\"s%d line\" d=\"M%d %dh24\"/>\n", number, key, TOP - 16));
      text(key + 30, TOP - 12, "start", entry.getKey());
      key += 160;
    }
  }

  private void curve(int number, List<Point> points, Axis across, Axis up) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      double x = across.at(point.records());
      double y = up.at(point.value());
      path.append(coordinates("%s%.1f %.1f", path.length() == 0 ? "M" : "L", x, y));
      out.append(
              coordinates("<circle class=\"s%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\">", number, x, y))
          .append("<title>")
          .append(number(point.value()))
          .append("</title></circle>\n");
    }
    out.append(coordinates("<path class=\"s%d line\" d=\"%s\"/>\n", number, path));
  }

  private void line(double x1, double y1, double x2, double y2) {
    out.append(coordinates("<path class=\"grid\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n", x1, y1, x2, y2));
  }

  private void text(double x, double y, String anchor, String text) {
    out.append(
        coordinates(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
  }

  private static String coordinates(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private static String number(double value) {
    return value >= 10 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }

  /**
   * A logarithmic axis of whole powers of ten.
   *
   * @param from where the least power is
   * @param length to the greatest, below zero upwards
   */
  record Axis(int least, int most, double from, double length) {
    static Axis of(double[] values, double from, double length) {
      double least = Double.MAX_VALUE;
      double most = 0;
      for (double value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      int low = (int) Math.floor(Math.log10(least));
      return new Axis(low, Math.max(low + 1, (int) Math.ceil(Math.log10(most))), from, length);
    }

    double at(double value) {
      return from + length * (Math.log10(value) - least) / (most - least);
    }
  }
}
