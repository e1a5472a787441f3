package org.collporterre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.collporterre.cms.page.SiteExporter;
import org.collporterre.dataset.DatasetDescriptor;
import org.jspecify.annotations.Nullable;

/** A format that {@code convert} writes. */
enum DataFormat {
  GEOJSON,
  JSONLD,
  JSON,
  CSV,
  /** A dataset in a workbook. */
  XLSX,
  /** A dataset package in one file. */
  ZIP,
  /** A dataset package in a folder. */
  PACKAGE,
  /** One page that holds everything. */
  HTML,
  /** A site of static files in a folder. */
  SITE;

  /** What a folder is called that is meant to be a site. */
  private static final String SITE_NAME = "site";

  /** Returns the name as written after {@code --to}, which is also the usual ending. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether it holds only what everybody may see, and of that not everything. */
  boolean isForThePublic() {
    return this == GEOJSON || this == JSONLD || this == HTML || this == SITE;
  }

  /** Tells whether it is written into a folder. */
  boolean isFolder() {
    return this == PACKAGE || this == SITE;
  }

  /**
   * Returns the format that a file's name asks for, or null. A name without an ending is that of a
   * folder: a site when it is called {@code site} or is one already, else a package.
   */
  static @Nullable DataFormat of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(file) || name.indexOf('.') < 0 && !Output.isStandard(file)) {
      boolean site = Files.exists(file.resolve(SiteExporter.MANIFEST));
      boolean dataset = Files.exists(file.resolve(DatasetDescriptor.FILE));
      return site || name.equals(SITE_NAME) && !dataset ? SITE : PACKAGE;
    }
    for (DataFormat format : values()) {
      if (!format.isFolder() && name.endsWith("." + format.word())) {
        return format;
      }
    }
    return null;
  }
}
