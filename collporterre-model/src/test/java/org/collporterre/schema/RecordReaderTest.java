package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Few records are read and made in another way than many: both must agree. */
class RecordReaderTest {
  /** A record that refuses negative counts. */
  public record Sample(String name, int count, @Nullable String note) {
    /** Refuses negative counts. */
    public Sample {
      if (count < 0) {
        throw new IllegalArgumentException("negative");
      }
      if (count == 13) {
        throw new AssertionError("thirteen");
      }
    }
  }

  @Test
  void few_records_and_many_are_read_and_made_alike() {
    RecordReader reader = new RecordReader(Sample.class);
    RecordMaker maker = new RecordMaker(Sample.class);
    for (int i = 14; i < 14 + 2 * RecordReader.FEW; i++) {
      Object made = maker.make(new @Nullable Object[] {"a", i, null});
      assertThat(made).isEqualTo(new Sample("a", i, null));
      assertThat(reader.read(made)).containsExactly("a", i, null);
    }
  }

  @Test
  void what_a_constructor_throws_comes_through_as_it_is_for_few_and_for_many() {
    RecordMaker maker = new RecordMaker(Sample.class);
    for (int i = 0; i <= 2 * RecordReader.FEW; i += RecordReader.FEW) {
      assertThatThrownBy(() -> maker.make(new @Nullable Object[] {"a", -1, null}))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("negative");
      assertThatThrownBy(() -> maker.make(new @Nullable Object[] {"a", 13, null}))
          .isExactlyInstanceOf(AssertionError.class);
      for (int n = 0; n < RecordReader.FEW; n++) {
        maker.make(new @Nullable Object[] {"a", 1, null});
      }
    }
  }

  @Test
  void the_reader_of_a_class_is_kept() {
    assertThat(RecordReader.of(Sample.class)).isNotNull().isSameAs(RecordReader.of(Sample.class));
  }

  @Test
  void a_class_that_is_no_record_is_refused() {
    assertThatThrownBy(() -> RecordReader.of(String.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
