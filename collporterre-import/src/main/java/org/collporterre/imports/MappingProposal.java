package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/**
 * A mapping proposed for a file, with what speaks for it: the names of its columns, or members, and
 * the values in its first thousand records. Meant to be looked at and corrected, not to be trusted.
 *
 * @param mapping what is sure enough, at least 50 %
 * @param guesses all that was found out, the surest first; alternatives and doubtful ones too
 * @param others the sources of which nothing was found out: they are kept as further columns
 * @param records how many records were looked at
 */
public record MappingProposal(
    Mapping mapping, List<Guess> guesses, List<String> others, int records) {
  /**
   * What a field is perhaps made from.
   *
   * @param sources the columns or members; of an address perhaps several
   * @param target the key of the field; two keys for a position in one text
   * @param confidence how sure it is, in percent
   * @param evidence why
   * @param example the first value; empty for none
   * @param used whether it is in the mapping
   */
  public record Guess(
      List<String> sources,
      String target,
      int confidence,
      List<Evidence> evidence,
      String example,
      boolean used) {}

  /** Makes the lists unmodifiable. */
  public MappingProposal {
    guesses = List.copyOf(guesses);
    others = List.copyOf(others);
  }

  /**
   * Looks at a file.
   *
   * @param importer reads it; the fields of its mapping, a preset for instance, are taken as far as
   *     the file has their sources
   * @param type the type of the records
   * @param sink told why the file cannot be read, if so
   * @throws IOException when it cannot be read
   */
  public static MappingProposal of(
      Path file, Importer<?> importer, Class<? extends Entry> type, FindingSink sink)
      throws IOException {
    List<SourceSample> samples = SourceSampler.read(file, importer, sink);
    Schema<?> schema = Schema.of(type);
    ProposedFields fields = new ProposedFields(schema, name(file));
    Set<String> said = fields.said(importer.settings().mapping(), samples);
    List<Candidate> candidates = MappingGuesser.of(schema, samples, said);
    fields.guessed(candidates);
    Set<String> seen = new HashSet<>();
    fields.guesses().forEach(guess -> seen.addAll(guess.sources()));
    List<String> others = new ArrayList<>();
    samples.stream()
        .map(SourceSample::name)
        .filter(one -> !seen.contains(one))
        .forEach(others::add);
    int records = samples.isEmpty() ? 0 : samples.get(0).records();
    String source = importer.settings().mapping().sourceJson();
    return new MappingProposal(parsed(fields.json(source)), fields.guesses(), others, records);
  }

  /** Returns a name for what comes from a file: also one of identifiers of another register. */
  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String slug = IdMaker.slug(dot > 0 ? name.substring(0, dot) : name).replaceAll("^[^a-z]+", "");
    String cut = slug.length() > 20 ? slug.substring(0, 20) : slug;
    String plain = cut.replaceAll("-+$", "");
    return plain.length() < 2 ? "source" : plain;
  }

  private static Mapping parsed(String json) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return Mapping.read(in, Mapping.FILE, MappingProposal::refuse).orElseThrow();
  }

  private static void refuse(Finding finding) {
    throw new IllegalStateException(finding.toString());
  }
}
