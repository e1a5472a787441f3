package org.collporterre.dataset;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest of a dataset, {@code datapackage.json}, says of it, but for its tables.
 *
 * @param name its short name, of lower-case letters, digits, dots, underscores and hyphens
 * @param title its title
 * @param description what it holds, or null
 * @param version its version: numbers with dots or a date; or null
 * @param created when it was made, or null
 * @param licenses the licences of its content; at least one to be published
 * @param contributors who made it
 * @param sources what it was made from
 * @param homepage its web page, or null
 * @param keywords what it is about, in words
 * @param collporterre what only this format says
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record DatasetDescriptor(
    String name,
    String title,
    @Nullable String description,
    @Nullable String version,
    @Nullable OffsetDateTime created,
    List<DatasetLicense> licenses,
    List<DatasetContributor> contributors,
    List<DatasetSource> sources,
    @Nullable String homepage,
    List<String> keywords,
    FormatBlock collporterre) {
  /** The name of the manifest's file. */
  public static final String FILE = "datapackage.json";

  /** The name of the sheet of a workbook that holds the lines of the manifest. */
  public static final String SHEET = "datapackage";

  /** The greatest number of characters of a name. */
  public static final int MAX_NAME = 80;

  /** Returns a description of a dataset of which only the title is known. */
  public static DatasetDescriptorBuilder titled(String name, String title) {
    return DatasetDescriptorBuilder.builder()
        .name(name)
        .title(title)
        .collporterre(FormatBlock.STANDARD);
  }

  /** Tells whether a text can be the name of a dataset. */
  public static boolean isName(String text) {
    return text.length() <= MAX_NAME && text.matches("[a-z0-9._-]+");
  }
}
