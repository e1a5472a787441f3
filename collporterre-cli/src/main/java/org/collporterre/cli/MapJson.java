package org.collporterre.cli;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.collporterre.check.Census;
import org.collporterre.imports.MappingProposal;

/**
 * A proposed mapping, as JSON.
 *
 * @param version the version of the command
 * @param guesses what the columns or members are, the surest first
 * @param others those of which nothing was found out
 * @param records how many records of each type the file gives when it is read so
 * @param located how many of them are located
 * @param findings how many findings that has, by code
 * @param preview the first records: their texts by field
 * @param mapping the mapping itself, as the text of its file
 */
@JsonbPropertyOrder({
  "version",
  "guesses",
  "others",
  "records",
  "located",
  "findings",
  "preview",
  "mapping"
})
public record MapJson(
    String version,
    List<Guess> guesses,
    List<String> others,
    Map<String, Integer> records,
    int located,
    Map<String, Integer> findings,
    List<Map<String, String>> preview,
    String mapping) {
  /** What a field is perhaps made from, see {@link MappingProposal.Guess}. */
  @JsonbPropertyOrder({"field", "sources", "confidence", "used", "example", "why"})
  public record Guess(
      String field,
      List<String> sources,
      int confidence,
      boolean used,
      String example,
      String why) {}

  /** Returns a proposal in this form. */
  static MapJson of(
      MappingProposal proposal, List<Guess> guesses, MapPreview preview, Census census)
      throws IOException {
    ByteArrayOutputStream mapping = new ByteArrayOutputStream();
    proposal.mapping().write(mapping);
    return new MapJson(
        Collporterre.Version.number(),
        guesses,
        proposal.others(),
        census.byType(),
        census.located(),
        preview.report().byRule(),
        preview.records(),
        mapping.toString(StandardCharsets.UTF_8));
  }
}
