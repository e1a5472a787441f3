package org.collporterre.cms.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collporterre.cms.page.Assets;

/**
 * The plugin for WordPress: a folder {@code collporterre} for {@code wp-content/plugins}, or a zip
 * of it to upload. It keeps records as posts of their own, written by HTTP at {@code
 * /wp-json/collporterre/v1/records}, and shows them in pages with the scripts and styles of {@link
 * Assets}.
 */
public final class WordPressPlugin {
  /** The name of the folder. */
  public static final String FOLDER = "collporterre";

  private static final String ASSETS = "assets/";
  private static final List<String> OWN =
      List.of(
          "collporterre.php",
          "languages/collporterre-en_US.mo",
          "languages/collporterre-en_US.po",
          "readme.txt",
          "records.php",
          "settings.php",
          "uninstall.php",
          "views.php",
          "vue/block.json",
          "vue/editeur.asset.php",
          "vue/editeur.js");

  private WordPressPlugin() {}

  /** Returns the names of the files in the folder, {@code vue/block.json}. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(OWN);
    Assets.names().forEach(name -> names.add(ASSETS + name));
    return List.copyOf(names);
  }

  /**
   * Opens a file.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static InputStream open(String name) {
    if (name.startsWith(ASSETS)) {
      return Assets.open(name.substring(ASSETS.length()));
    } else if (!OWN.contains(name)) {
      throw new IllegalArgumentException("no " + name);
    }
    return Objects.requireNonNull(
        WordPressPlugin.class.getResourceAsStream("plugin/" + name), name);
  }

  /**
   * Writes the folder, in the place of an older one of which no file is deleted.
   *
   * @param plugins the folder of plugins of a WordPress, {@code wp-content/plugins}
   * @return the folder written
   */
  public static Path writeTo(Path plugins) throws IOException {
    Path folder = plugins.resolve(FOLDER);
    for (String name : names()) {
      Path file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try (InputStream in = open(name)) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return folder;
  }

  /** Writes the zip; the same files give the same bytes. The stream stays open. */
  public static void zip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (String name : names()) {
      ZipEntry entry = new ZipEntry(FOLDER + "/" + name);
      entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      try (InputStream in = open(name)) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
    zip.finish();
  }
}
