package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everyone does once: each gives one clear line, and exit code 2 when nothing was read. */
class CarelessUseTest {
  @TempDir private Path folder;

  @Test
  void a_file_that_grows_while_it_is_read_is_refused_and_nothing_is_written() throws Exception {
    String row = "jardin-partage,Jardin partagé\n";
    Path file =
        Files.writeString(folder.resolve("initiatives.csv"), "id,titre\n" + row.repeat(20_000));
    Path out = folder.resolve("out.geojson");
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () -> {
              while (!done.get()) {
                append(file, row);
                begun.countDown();
              }
            });
    writer.start();
    begun.await();

    Call call = Call.of("convert", file, "-o", out);
    done.set(true);
    writer.join();

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err())
        .contains("collporterre: " + file + ": the file changed while it was read.");
    assertThat(out).doesNotExist();
  }

  private static void append(Path file, String row) {
    try {
      Files.writeString(file, row, StandardOpenOption.APPEND);
      Thread.sleep(2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_file_that_may_not_be_read_is_told_in_one_line() throws IOException {
    Path file = Files.writeString(folder.resolve("initiatives.csv"), "id,titre\na,Jardin\n");
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "reads everything");

    Call call = Call.of("check", file);

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("collporterre: access denied: " + file);
  }

  @Test
  void a_workbook_of_nothing_and_a_file_of_nothing_are_errors_in_the_data() throws IOException {
    Path file = Files.createFile(folder.resolve("initiatives.xlsx"));

    Call call = Call.of("check", file);

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains("file-empty");
  }
}
