package org.collporterre.dataset;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.collporterre.model.Territory;
import org.collporterre.report.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code collporterre} of a manifest.
 *
 * @param versionFormat the version of the format the dataset is written in
 * @param baseUri the beginning of the addresses of its records; https, ends with a slash
 * @param language the language of records that name none, or null
 * @param territories the territories it covers
 * @param temporalCoverage the time it covers, as an EDTF interval, {@code 2005/2012}; or null
 * @param profile the profile it was made for, or null
 * @param vocabularies the names of the vocabularies to which it adds concepts
 * @param fingerprint see {@link Fingerprint}; or null
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record FormatBlock(
    String versionFormat,
    String baseUri,
    @Nullable String language,
    List<Territory> territories,
    @Nullable String temporalCoverage,
    @Nullable Profile profile,
    List<String> vocabularies,
    @Nullable String fingerprint) {
  /** The version of the format that this library writes. */
  public static final String VERSION = "1.0";

  /** Where records are named that no manifest gives an address. */
  public static final String BASE_URI = "https://collporterre.org/";

  /** The block of a dataset of which nothing is known. */
  public static final FormatBlock STANDARD =
      new FormatBlock(VERSION, BASE_URI, null, List.of(), null, null, List.of(), null);

  public FormatBlock {
    territories = List.copyOf(territories);
    vocabularies = List.copyOf(vocabularies);
  }

  /**
   * Tells whether addresses of records can begin with a text: {@code https}, a host, no user, query
   * or fragment, a slash at the end.
   */
  public static boolean isBaseUri(String text) {
    try {
      URI parsed = new URI(text);
      return "https".equals(parsed.getScheme())
          && parsed.getHost() != null
          && parsed.getRawUserInfo() == null
          && parsed.getRawQuery() == null
          && parsed.getRawFragment() == null
          && text.endsWith("/");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
