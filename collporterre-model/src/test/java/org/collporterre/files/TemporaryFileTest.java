package org.collporterre.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {
  private static final int MOST = 100_000;

  @TempDir Path folder;

  @Test
  void a_stream_is_copied_and_goes_when_it_is_closed() throws IOException {
    byte[] bytes = bytes(MOST);
    Path copy;
    try (TemporaryFile file = TemporaryFile.copy(new ByteArrayInputStream(bytes), MOST)) {
      copy = file.path();
      assertThat(copy).hasBinaryContent(bytes);
    }
    assertThat(copy.getParent()).doesNotExist();
  }

  @Test
  void of_a_stream_of_more_bytes_than_may_be_taken_nothing_stays() throws IOException {
    List<String> before = ours();
    ByteArrayInputStream in = new ByteArrayInputStream(bytes(MOST + 1));

    assertThatThrownBy(() -> TemporaryFile.copy(in, MOST))
        .isInstanceOf(TemporaryFile.TooLarge.class);
    assertThat(ours()).isEqualTo(before);
  }

  @Test
  void what_a_killed_run_has_left_goes_with_the_next_and_what_is_in_use_stays() throws IOException {
    // No process has this number: it is greater than the greatest that a system gives.
    Path lock = Files.createFile(folder.resolve(".collporterre-7fffffff-0a.lock"));
    Path left = Files.createDirectory(folder.resolve(".collporterre-7fffffff-0a"));
    Files.write(left.resolve("content"), bytes(10));
    Path somebodys = Files.createFile(folder.resolve(".collporterre-notes.lock"));

    try (WorkFolder first = WorkFolder.in(folder);
        WorkFolder second = WorkFolder.in(folder)) {
      assertThat(first.path()).isDirectory();
      assertThat(second.path()).isDirectory();
      assertThat(left).doesNotExist();
      assertThat(lock).doesNotExist();
    }
    assertThat(folder).isDirectoryContaining(somebodys::equals);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[number];
    for (int i = 0; i < number; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  /** Returns the names of what this process has among the temporary files. */
  private static List<String> ours() throws IOException {
    String start = ".collporterre-" + Long.toHexString(ProcessHandle.current().pid()) + "-";
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(start))
          .toList();
    }
  }
}
