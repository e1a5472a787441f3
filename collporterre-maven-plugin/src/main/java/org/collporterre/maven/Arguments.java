package org.collporterre.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.collporterre.cli.Command;
import org.jspecify.annotations.Nullable;

/** One call of the command {@code collporterre}, run where the build runs. */
final class Arguments {
  private final List<String> words = new ArrayList<>();

  Arguments(String command, String lang) {
    words.add(command);
    option("--lang", lang);
  }

  /** Adds an option when it has a value. */
  void option(String name, @Nullable Object value) {
    if (value != null) {
      words.add(name + "=" + value);
    }
  }

  /** Adds a report, and makes the folder of its file. */
  void report(String form, File file) throws MojoExecutionException {
    option("--report", form + "=" + placed(file));
  }

  /** Adds the place that is written, and makes its folder. */
  void output(File file) throws MojoExecutionException {
    option("--output", placed(file));
  }

  private static File placed(File file) throws MojoExecutionException {
    Path folder = file.toPath().toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new MojoExecutionException(file + ": " + e, e);
    }
    return file;
  }

  void more(List<String> arguments) {
    words.addAll(arguments);
  }

  void paths(List<File> paths) {
    words.add("--");
    paths.forEach(path -> words.add(path.toString()));
  }

  /**
   * Runs the command; its lines go to the log.
   *
   * @throws MojoFailureException when the data is not as it should be
   * @throws MojoExecutionException when the command could not do its work
   */
  void run(Log log) throws MojoExecutionException, MojoFailureException {
    Command.Result result = Command.run(words);
    result.out().lines().forEach(log::info);
    result.err().lines().forEach(result.code() == 0 ? log::info : log::error);
    switch (result.code()) {
      case 0 -> {}
      case 1 ->
          throw new MojoFailureException("collporterre " + words.get(0) + ": " + last(result));
      default -> throw new MojoExecutionException(last(result));
    }
  }

  /** The line that counts: of a report the one with its counts, of a failure its reason. */
  private static String last(Command.Result result) {
    String told = result.code() == 1 ? result.out() : result.err();
    return told.lines()
        .filter(line -> result.code() != 1 || line.contains("(profil"))
        .findFirst()
        .orElse(told.strip());
  }
}
