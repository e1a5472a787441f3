package org.collporterre.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fingerprints;
import org.collporterre.report.Location;
import org.collporterre.reports.bound.BaselineLine;
import org.jspecify.annotations.Nullable;

/**
 * Findings that someone accepts for now: they are counted, not reported. They are told apart by
 * their {@linkplain Fingerprints fingerprints}, so that rows may move. Failures of rules are never
 * accepted. Immutable.
 *
 * <p>In a file it is JSON, {@code {"version": "1", "findings": […]}}, one finding in each line and
 * sorted, so that changes of it can be read and brought together. Of a finding only {@code code}
 * and {@code fingerprint} are needed; {@code reason} is what people write into it.
 */
public final class Baseline {
  /** How many findings it holds at most. */
  public static final int LIMIT = 100_000;

  /** The version of its files. */
  static final String VERSION = "1";

  private static final String NEVER = "rule-failed";

  private static final Comparator<@Nullable String> TEXTS =
      Comparator.comparing(text -> text == null ? "" : text);

  private static final Comparator<BaselineLine> ORDER =
      Comparator.comparing(BaselineLine::code)
          .thenComparing(BaselineLine::type, TEXTS)
          .thenComparing(BaselineLine::id, TEXTS)
          .thenComparing(BaselineLine::field, TEXTS)
          .thenComparing(BaselineLine::file, TEXTS)
          .thenComparing(BaselineLine::fingerprint);

  private final Map<String, BaselineLine> lines;

  private Baseline(Map<String, BaselineLine> lines) {
    this.lines = lines;
  }

  /** Returns a baseline that accepts nothing. */
  public static Baseline empty() {
    return new Baseline(Map.of());
  }

  /**
   * Reads a baseline in UTF-8. What it does not know in it is passed over; a finding that is there
   * twice counts once.
   *
   * @throws BaselineException when it is none
   */
  public static Baseline read(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    Map<String, BaselineLine> lines = new HashMap<>();
    for (BaselineLine line :
        BaselineReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      lines.putIfAbsent(line.fingerprint(), line);
    }
    return new Baseline(lines);
  }

  /** Writes it, in UTF-8. The same baseline gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    List<BaselineLine> sorted = new ArrayList<>(lines.values());
    sorted.sort(ORDER);
    StringBuilder text = new StringBuilder("{\n\"version\": \"" + VERSION + "\",\n\"findings\": [");
    String before = "\n";
    for (BaselineLine line : sorted) {
      text.append(before).append(JsonText.line(line));
      before = ",\n";
    }
    text.append(sorted.isEmpty() ? "" : "\n").append("]\n}\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns how many findings it accepts. */
  public int size() {
    return lines.size();
  }

  /** Returns what gives on the findings of a run that this baseline does not accept. */
  public Filter before(FindingSink next) {
    return new Filter(this, next);
  }

  /** Returns what gathers the findings of a run for a baseline; reasons in this one are kept. */
  public Gathering gather(FindingSink next) {
    return new Gathering(this, next);
  }

  /** Holds back the findings of one run that a baseline accepts, and counts them. */
  public static final class Filter implements FindingSink {
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Integer> met = new TreeMap<>();
    private final FindingSink next;
    private int accepted;
    private int unmet;

    private Filter(Baseline baseline, FindingSink next) {
      this.next = next;
      this.unmet = baseline.size();
      for (String fingerprint : baseline.lines.keySet()) {
        open.merge(fingerprint.substring(0, Fingerprints.LENGTH), 1, Integer::sum);
      }
    }

    @Override
    public void report(Finding finding) {
      String fingerprint = open.isEmpty() ? "" : Fingerprints.of(finding);
      int left = open.getOrDefault(fingerprint, 0);
      if (left == 0 || finding.code().equals(NEVER)) {
        next.report(finding);
        return;
      }
      open.put(fingerprint, left - 1);
      met.merge(fingerprint, 1, Integer::sum);
      accepted++;
      unmet--;
    }

    /** Returns how many findings were accepted. */
    public int accepted() {
      return accepted;
    }

    /** Returns how many findings were accepted, by plain fingerprint. */
    public Map<String, Integer> met() {
      return met;
    }

    /** Returns how many findings the baseline accepts that were not among those of the run. */
    public int unmet() {
      return unmet;
    }
  }

  /** Gathers the findings of one run; failures of rules are given on. */
  public static final class Gathering implements FindingSink {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, BaselineLine> lines = new HashMap<>();
    private final Baseline old;
    private final FindingSink next;

    private Gathering(Baseline old, FindingSink next) {
      this.old = old;
      this.next = next;
    }

    @Override
    public void report(Finding finding) {
      if (finding.code().equals(NEVER) || lines.size() > LIMIT) {
        next.report(finding);
        return;
      }
      String plain = Fingerprints.of(finding);
      String own = Fingerprints.numbered(plain, counts.merge(plain, 1, Integer::sum));
      BaselineLine before = old.lines.get(own);
      lines.put(own, line(finding, own, before == null ? null : before.reason()));
    }

    private static BaselineLine line(Finding finding, String own, @Nullable String reason) {
      return new BaselineLine(
          finding.code(),
          finding.type(),
          finding.id(),
          finding.field(),
          file(finding.location()),
          reason,
          own);
    }

    private static @Nullable String file(Location location) {
      String path = ReportPath.of(location.file());
      return path.isEmpty() ? null : path;
    }

    /** Tells whether there were more findings than {@link Baseline#LIMIT}. */
    public boolean isTooLong() {
      return lines.size() > LIMIT;
    }

    /** Returns how many findings were gathered, by plain fingerprint. */
    public Map<String, Integer> met() {
      return counts;
    }

    /**
     * Returns the baseline that accepts what was found.
     *
     * @throws IllegalStateException when there is more than a baseline holds
     */
    public Baseline baseline() {
      if (isTooLong()) {
        throw new IllegalStateException("more than " + LIMIT + " findings");
      }
      return new Baseline(Map.copyOf(lines));
    }
  }
}
