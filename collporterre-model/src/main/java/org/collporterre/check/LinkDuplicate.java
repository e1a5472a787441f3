package org.collporterre.check;

import java.util.List;
import org.collporterre.constraint.WebUrl;
import org.collporterre.internal.PageAddress;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;

/**
 * Many records of a type give one address as their own page, probably that of the network or of the
 * platform they come from. Whole addresses are compared, as {@link PageAddress} does. It is said
 * once per address, at the record with which they are many. Memory: 14 bytes per address, of which
 * {@value #MOST_ADDRESSES} are remembered.
 */
final class LinkDuplicate implements Rule {
  private static final RuleParameter LEAST = new RuleParameter("records", 3, 2, 100);
  private static final int MOST_ADDRESSES = 1 << 20;

  /** More than any number that can be asked for; it is not counted further. */
  private static final int MANY = 127;

  @Override
  public String code() {
    return "link-duplicate";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public List<RuleParameter> parameters() {
    return List.of(LEAST);
  }

  @Override
  public Check start(CheckContext context) {
    int least = context.parameter(this, LEAST.name());
    FirstRecords first = new FirstRecords(1);
    return row -> {
      String page = PageAddress.of(row.value());
      EntryIndex entries = context.entries();
      // What is no address of the web is said by its constraint.
      if (page == null || !WebUrl.Validator.matches(page) || entries.duplicateOf() >= 0) {
        return;
      }
      long hash = PageAddress.hash(Schema.of(row.value()).name(), page);
      if (first.size() >= MOST_ADDRESSES && !first.has(hash)) {
        return;
      }
      int other = first.putIfAbsent(hash, entries.size() - 1);
      int times = Math.min(first.note() + 1, MANY);
      first.note(times);
      if (times == least) {
        context
            .finding(this, row)
            .field(PageAddress.field(row.value()))
            .expected(entries.id(other))
            .report();
      }
    };
  }
}
