package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;

/** The hostile records are what they claim to be; tests of formats stand on it. */
class HostileRecordsTest {
  @Test
  void everyFieldHasAValueAndEveryChildTableRows() {
    for (Class<? extends Entry> type : Entry.TYPES) {
      for (Entry one : HostileRecords.of(1).records(type, 50)) {
        for (Field field : Schema.of(type).fields()) {
          assertThat(field.from(one)).as(field.key()).isNotNull().isNotEqualTo(List.of());
        }
        for (ChildTable table : Schema.of(type).childTables()) {
          assertThat(table.from(one)).as(table.name()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameRecords() {
    assertThat(HostileRecords.of(7).methodology()).isEqualTo(HostileRecords.of(7).methodology());
    assertThat(HostileRecords.of(7).methodology()).isNotEqualTo(HostileRecords.of(8).methodology());
  }

  @Test
  void trimmedTextsHaveNoBlanksAtTheEnds() {
    HostileRecords records = HostileRecords.of(3).trimmed();
    for (int i = 0; i < 2_000; i++) {
      String text = records.text(60);
      assertThat(text).isEqualTo(text.strip()).isNotEmpty();
    }
  }
}
