package org.collporterre.imports.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.collporterre.check.BuiltInRules;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts of portraits and methodologies from documents: Word ({@code .docx}), OpenDocument
 * text, PDF, RTF, HTML, Markdown, plain text. Immutable and thread-safe.
 *
 * <p>A draft always has the status {@code brouillon}, that of a portrait also the consent {@code
 * en-attente}: it is for a person to read and complete. Each field filled in by a guess is a
 * finding. The text of the document stays whole.
 *
 * <p>The libraries that read documents are optional dependencies; see {@link
 * MissingParserException}. Files of more than 32 MiB, more than two million characters of text, or
 * a minute of work are refused with a finding. Memory: the file and its text.
 */
public final class DocumentDrafts {
  private static final int MAX_BYTES = 32 << 20;
  private static final int MAX_CHARACTERS = 2_000_000;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final Profile profile;
  private final Duration timeout;
  private final boolean guessing;

  private DocumentDrafts(Profile profile, Duration timeout, boolean guessing) {
    this.profile = profile;
    this.timeout = timeout;
    this.guessing = guessing;
  }

  /** Returns one for the profile {@link Profile#ECHANGE} that guesses, and says so. */
  public static DocumentDrafts create() {
    return new DocumentDrafts(Profile.ECHANGE, TIMEOUT, true);
  }

  /** Returns this with another profile: it says how bad each finding is. */
  public DocumentDrafts withProfile(Profile other) {
    return new DocumentDrafts(other, timeout, guessing);
  }

  /**
   * Returns this with another limit to the time a document may take.
   *
   * @throws IllegalArgumentException when it is not positive
   */
  public DocumentDrafts withTimeout(Duration other) {
    if (other.isNegative() || other.isZero()) {
      throw new IllegalArgumentException("not positive: " + other);
    }
    return new DocumentDrafts(profile, other, guessing);
  }

  /**
   * Returns this filling in only what the document says of itself outside of its text, and what a
   * record cannot be without: title, type, subject of a portrait, steps.
   */
  public DocumentDrafts withoutGuesses() {
    return new DocumentDrafts(profile, timeout, false);
  }

  /**
   * Returns the names of the kinds of documents, for people.
   *
   * @return for instance {@code DOCX, ODT, PDF}
   */
  public static String kinds() {
    return DocumentKind.NAMES;
  }

  /** Tells whether a file is named like a document; what is in it may be something else. */
  public static boolean isNamed(Path file) {
    Path name = file.getFileName();
    return name != null && DocumentKind.named(name.toString()) != null;
  }

  /**
   * Reads a document. Empty when no draft can be made of it, which a finding explains.
   *
   * @param type {@code Portrait.class}, {@code Methodology.class}, or {@code Entry.class} for
   *     whichever it looks like
   * @param sink told what was guessed and what is wrong
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException for {@code Initiative.class}: documents do not describe those
   * @throws MissingParserException when the library for this kind of document is not there
   */
  public <E extends Entry> Optional<Located<E>> read(Path file, Class<E> type, FindingSink sink)
      throws IOException {
    if (type == Initiative.class) {
      throw new IllegalArgumentException("no drafts of initiatives");
    }
    try {
      Draft draft = draft(file);
      Entry entry = draft.record(type);
      report(new Note("document-draft", null, null, null), file, entry, sink);
      draft.notes().forEach(note -> report(note, file, entry, sink));
      return Optional.of(Located.of(type.cast(entry), file.toString()));
    } catch (DocumentRefused e) {
      report(e.note(), file, null, sink);
      return Optional.empty();
    }
  }

  private Draft draft(Path file) throws IOException {
    byte[] bytes = bytes(file);
    Path path = file.getFileName();
    String name = path == null ? "" : path.toString();
    DocumentKind kind = DocumentKind.of(bytes, name);
    DocumentText text = new BoundedParse(timeout, MAX_CHARACTERS).parse(file, kind, bytes);
    if (text.blocks().isEmpty()) {
      throw new DocumentRefused("document-without-text", null, null);
    }
    return new Draft(text, new Draft.Source(name, sha256(bytes), kind.mediaType()), guessing);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new DocumentRefused("document-too-large", null, (MAX_BYTES >> 20) + " MiB");
      }
      return bytes;
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private void report(Note note, Path file, @Nullable Entry entry, FindingSink sink) {
    Severity severity = BuiltInRules.severity(note.code(), profile);
    if (severity != null) {
      sink.report(
          new Finding(
              note.code(),
              severity,
              profile,
              Location.startOf(file.toString()),
              entry == null ? null : Schema.of(entry).name(),
              entry == null ? null : entry.id(),
              note.field(),
              note.value(),
              note.expected(),
              null));
    }
  }
}
