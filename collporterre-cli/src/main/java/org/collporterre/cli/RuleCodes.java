package org.collporterre.cli;

import java.util.Iterator;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;

/** The codes of all rules. */
final class RuleCodes implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return BuiltInRules.all().stream().map(Rule::code).iterator();
  }
}
