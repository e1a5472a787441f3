package org.collporterre.cms.wordpress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the zip of the plugin for the build. */
final class PluginZip {
  private PluginZip() {}

  /** Takes the name of the zip. */
  public static void main(String[] arguments) throws IOException {
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
      WordPressPlugin.zip(out);
    }
  }
}
