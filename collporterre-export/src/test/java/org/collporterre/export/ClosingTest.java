package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
  @Test
  void eachIsClosedAlsoWhenAnotherFails() {
    List<String> closed = new ArrayList<>();
    List<Closeable> all =
        List.of(
            () -> closed.add("one"),
            () -> {
              throw new IOException("disk full");
            },
            () -> closed.add("three"));
    assertThatThrownBy(() -> Closing.all(all.iterator())).hasMessage("disk full");
    assertThat(closed).containsExactly("one", "three");
  }

  @Test
  void aDatasetWhoseTargetFailsLeavesNothingBehind(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("jeu");
    assertThatThrownBy(
            () -> {
              try (EntryWriter<Entry> writer =
                  PackageExporter.create().open(target, Entry.class, Report.create())) {
                writer.write(Initiative.named("jardin", "Jardin partagé").build());
                Files.writeString(target, "in the way");
                writer.commit();
              }
            })
        .isInstanceOf(IOException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
    assertThat(target).hasContent("in the way");
  }
}
