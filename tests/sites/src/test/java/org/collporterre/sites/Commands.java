package org.collporterre.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.cli.Command;

/** Calls of the command in English. */
final class Commands {
  private Commands() {}

  /** Runs the command; paths are given as objects. */
  static Command.Result run(Object... words) {
    List<String> all = new ArrayList<>();
    for (Object word : words) {
      all.add(word.toString());
    }
    all.addAll(List.of("--lang", "en"));
    return Command.run(all);
  }

  /** Runs the command with a password, which is in a file that nobody else reads. */
  static Command.Result signed(Path folder, String password, Object... words) throws IOException {
    Path file = Files.writeString(folder.resolve("mot-de-passe"), password + "\n");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--password-file", file));
    return run(all.toArray());
  }
}
