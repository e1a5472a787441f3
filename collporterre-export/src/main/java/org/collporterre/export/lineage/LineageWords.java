package org.collporterre.export.lineage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collporterre.check.LicenseMatrix;
import org.collporterre.lineage.Cycle;
import org.collporterre.lineage.Edge;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.lineage.Excerpt;
import org.collporterre.lineage.Family;
import org.collporterre.lineage.Node;
import org.collporterre.lineage.Replications;
import org.collporterre.lineage.Suggestion;
import org.collporterre.model.Territory;
import org.collporterre.report.Messages;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a lineage in words, in French or English: the same in pictures, pages and
 * terminals. Texts from records are in it as they are. Immutable.
 */
public final class LineageWords {
  private static final int MOST_NAMES = 12;

  private final Locale locale;
  private final Messages messages;
  private final PropertyResourceBundle texts;
  private final Function<Territory, String> names;

  private LineageWords(
      Locale locale, PropertyResourceBundle texts, Function<Territory, String> names) {
    this.locale = locale;
    this.texts = texts;
    this.names = names;
    this.messages = Messages.in(locale);
  }

  /**
   * Returns the words in French for French, in English for any other language.
   *
   * @param names gives the names of territories
   */
  public static LineageWords in(Locale locale, Function<Territory, String> names) {
    Locale chosen = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    String resource = "lineage_" + chosen.getLanguage() + ".properties";
    try (InputStream in = Objects.requireNonNull(LineageWords.class.getResourceAsStream(resource));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new LineageWords(chosen, new PropertyResourceBundle(reader), names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String language() {
    return locale.getLanguage();
  }

  /** Returns a text with {@code {0}}… filled in, all at once; a part in brackets needs its own. */
  String text(String key, Object... arguments) {
    String pattern = texts.getString(key);
    StringBuilder out = new StringBuilder();
    int part = -1;
    boolean missing = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '[') {
        part = out.length();
        missing = false;
      } else if (c == ']') {
        out.setLength(missing ? part : out.length());
      } else if (c == '{') {
        String argument = arguments[pattern.charAt(i + 1) - '0'].toString();
        missing |= argument.isEmpty();
        out.append(argument);
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns a heading: {@code families}, {@code replications}, {@code suggestions}… */
  public String heading(String key) {
    return text(key);
  }

  String type(Node node) {
    return text(node.isMethodology() ? "methodology" : "initiative");
  }

  /** Returns a second line for a box: what the record is, in short. */
  String subtitle(Node node) {
    return switch (node.presence()) {
      case MISSING -> text("missing");
      case EXTERNAL -> text("external");
      case PRESENT -> {
        List<String> parts = new ArrayList<>();
        if (node.version() != null) {
          parts.add(text("version", node.version()));
        }
        if (node.isMethodology()) {
          parts.add(license(node));
        } else {
          parts.add(node.scale() == null ? "" : label("echelles", node.scale().code()));
          parts.add(territories(node.territories(), 2));
        }
        parts.removeIf(String::isEmpty);
        yield String.join(" · ", parts);
      }
    };
  }

  /** Returns what stands at the arrow of an edge. */
  String edge(Edge edge) {
    String version = pin(edge);
    return version.isEmpty() ? how(edge) : how(edge) + ", " + version;
  }

  /** Returns the same without the version. */
  String how(Edge edge) {
    return edge.derivation() == null ? relation(edge.kind()) : derivation(edge);
  }

  private String derivation(Edge edge) {
    String code = Objects.requireNonNull(edge.derivation()).code();
    return label("derivations", code).toLowerCase(locale);
  }

  String relation(EdgeKind kind) {
    return text("edge." + kind.field());
  }

  String pin(Edge edge) {
    String version = edge.pinned();
    if (version == null) {
      return "";
    }
    return switch (edge.pin()) {
      case OLDER -> text("pin.older", version);
      case NEWER -> text("pin.newer", version);
      default -> text("pin", version);
    };
  }

  /** Returns the few words of a licence that is in the way, or empty text. */
  String trouble(Edge edge) {
    LicenseMatrix.Verdict verdict = edge.license();
    if (verdict == null || !edge.isLicenseTrouble()) {
      return "";
    }
    boolean forbidden = verdict.outcome() == LicenseMatrix.Outcome.FORBIDDEN;
    return "⚠ " + text(forbidden ? "trouble" : "doubt");
  }

  private String label(String vocabulary, String code) {
    Concept concept = Vocabularies.standard().get(vocabulary).concept(code);
    return concept == null ? code : concept.label(language());
  }

  /** Returns the first few names of territories, with a sign that there are more. */
  String territories(List<Territory> territories, int most) {
    return territories.stream().limit(most).map(names).collect(Collectors.joining(", "))
        + (territories.size() > most ? "…" : "");
  }

  private String license(Node node) {
    String license = node.license();
    return license == null ? text("no-license") : license;
  }

  /** Returns what a picture shows and leaves out. */
  public String caption(Excerpt excerpt) {
    long shown =
        excerpt.nodes().stream().filter(n -> n.presence() == Node.Presence.PRESENT).count();
    String caption = text("caption", shown, excerpt.records());
    if (excerpt.unlinked() > 0) {
      caption += " " + text("caption.unlinked", excerpt.unlinked());
    }
    return excerpt.leftOut() == 0
        ? caption
        : caption + " " + text("caption.left-out", excerpt.leftOut());
  }

  /** Returns a family in a line. */
  public String line(Family family) {
    return text(
        "families.line",
        quoted(family.members().get(0).node()),
        family.members().size(),
        family.generations(),
        family.initiatives(),
        territories(family.territories(), MOST_NAMES));
  }

  /** Returns how far a methodology has travelled, in a line. */
  public String line(Replications one) {
    return text(
        "replications.line",
        quoted(one.methodology()),
        one.direct().size(),
        one.replicas().size(),
        territories(one.territories(), MOST_NAMES));
  }

  /** Returns a link that may be missing, in a line. */
  public String line(Suggestion one) {
    @Nullable Node via = one.via();
    return text(
        "suggestions." + one.reason().code(),
        quoted(one.child()),
        quoted(one.parent()),
        via == null ? "" : quoted(via));
  }

  /** Returns what is wrong with the licences of a derivation, in a line. */
  public String troubleLine(Edge edge) {
    LicenseMatrix.Verdict verdict = Objects.requireNonNull(edge.license());
    return text(
        "troubles.line",
        quoted(edge.child()),
        quoted(edge.parent()),
        outcome(verdict) + ", " + messages.reason(verdict.reason()),
        license(edge.parent()),
        license(edge.child()));
  }

  private String outcome(LicenseMatrix.Verdict verdict) {
    return text(verdict.outcome().name().toLowerCase(Locale.ROOT));
  }

  String licenses(Edge edge) {
    LicenseMatrix.Verdict verdict = edge.license();
    return verdict == null ? "" : outcome(verdict) + " : " + messages.reason(verdict.reason());
  }

  /** Returns a circle in a line. */
  public String line(Cycle cycle) {
    List<String> ids = new ArrayList<>(cycle.nodes().stream().map(Node::id).toList());
    ids.add(ids.get(0));
    return cycle.kind().field() + ": " + String.join(" → ", ids);
  }

  private String quoted(Node node) {
    return language().equals("fr") ? "« " + node.name() + " »" : "“" + node.name() + "”";
  }
}
