package org.collporterre.imports;

import java.util.List;
import org.collporterre.report.Fix;
import org.collporterre.schema.Field;
import org.jspecify.annotations.Nullable;

/** Makes findings of what recipes do to the texts of a row; of equal ones the first. */
final class MappingNotes {
  /** More replacements than that are told by none. */
  private static final int MOST = 10_000;

  /** What was replaced in a field. */
  private record Replaced(Field field, String found) {}

  private final CellReader.CellFindings findings;
  private final RowMemory memory;

  MappingNotes(CellReader.CellFindings findings, RowMemory memory) {
    this.findings = findings;
    this.memory = memory;
  }

  /** Returns what receives the notes about a field. */
  Recipe.Notes of(Field field) {
    return new Recipe.Notes() {
      @Override
      public void mapped(String found, List<String> codes) {
        if (memory.size() < MOST && memory.isFirst(new Replaced(field, found))) {
          String own = codes.isEmpty() ? null : String.join("|", codes);
          say("value-mapped", found, own, null);
        }
      }

      @Override
      public void dated(String found, String date) {
        say("date-normalised", found, date, Fix.safe(field.key(), date));
      }

      @Override
      public void numbered(String found, String code) {
        say("number-dot-zero", found, code, null);
      }

      @Override
      public void barred(String found, String repaired) {
        say("list-item-invalid", found, repaired, null);
      }

      private void say(String code, String found, @Nullable String own, @Nullable Fix fix) {
        findings.cell(code, field, found, own, fix);
      }
    };
  }
}
