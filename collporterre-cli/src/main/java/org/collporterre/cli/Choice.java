package org.collporterre.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.collporterre.dataset.FailOn;
import org.collporterre.imports.Presets;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.model.Entry;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.reports.ReportRenderer;
import org.collporterre.reports.Reports;
import org.collporterre.reports.statistics.StatisticsRenderer;
import org.collporterre.schema.Schema;
import org.collporterre.update.UpdateOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An option's value that is one of a few words. The words are also what completion proposes.
 *
 * @param <T> what the words stand for
 */
abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {
  private final Map<String, T> values = new LinkedHashMap<>();

  /**
   * Adds the words; called when they are first asked for, which most calls of the command never do.
   */
  abstract void addAll();

  /** Adds a word. */
  final void add(String word, T value) {
    values.put(word, value);
  }

  private Map<String, T> values() {
    if (values.isEmpty()) {
      addAll();
    }
    return values;
  }

  @Override
  public T convert(String word) {
    T value = values().get(word);
    if (value == null) {
      throw new TypeConversionException(String.join(", ", values().keySet()));
    }
    return value;
  }

  @Override
  public Iterator<String> iterator() {
    return values().keySet().iterator();
  }

  /** The profiles. */
  static final class OfProfile extends Choice<Profile> {
    @Override
    void addAll() {
      for (Profile profile : Profile.values()) {
        add(profile.label(), profile);
      }
    }
  }

  /** The record types. */
  static final class OfType extends Choice<Class<? extends Entry>> {
    @Override
    void addAll() {
      Entry.TYPES.forEach(type -> add(Schema.of(type).name(), type));
    }
  }

  /** The record types that documents hold. */
  static final class OfDraft extends Choice<Class<? extends Entry>> {
    @Override
    void addAll() {
      add(Schema.of(Portrait.class).name(), Portrait.class);
      add(Schema.of(Methodology.class).name(), Methodology.class);
    }
  }

  /** The presets, and none of them. */
  static final class OfPreset extends Choice<String> {
    static final String NONE = "none";

    @Override
    void addAll() {
      Presets.all().forEach(preset -> add(preset.name(), preset.name()));
      add(NONE, NONE);
    }
  }

  /** The languages. */
  static final class OfLanguage extends Choice<String> {
    @Override
    void addAll() {
      add("fr", "fr");
      add("en", "en");
    }
  }

  /** How a result is written. */
  enum Form {
    TEXT,
    JSON
  }

  /** The characters that part the cells of a row. */
  static final class OfDelimiter extends Choice<Character> {
    @Override
    void addAll() {
      for (char delimiter : new char[] {',', ';', '|', ':'}) {
        add(String.valueOf(delimiter), delimiter);
      }
      add("TAB", '\t');
    }
  }

  /** The forms of a result. */
  static final class OfForm extends Choice<Form> {
    @Override
    void addAll() {
      add("text", Form.TEXT);
      add("json", Form.JSON);
    }
  }

  /** The forms of what a check found. */
  static final class OfReport extends Choice<ReportRenderer> {
    @Override
    void addAll() {
      Reports.all().forEach(form -> add(form.name(), form));
    }
  }

  /** How bad a finding must be for a check to fail. */
  static final class OfFailOn extends Choice<FailOn> {
    @Override
    void addAll() {
      for (FailOn one : FailOn.values()) {
        add(one.label(), one);
      }
    }
  }

  /** The forms in which changes are told. */
  static final class OfPlanForm extends Choice<PlanForm> {
    @Override
    void addAll() {
      add("text", PlanForm.TEXT);
      add("json", PlanForm.JSON);
      add("markdown", PlanForm.MARKDOWN);
    }
  }

  /** How records come from each other, by the fields that say it. */
  static final class OfEdge extends Choice<EdgeKind> {
    @Override
    void addAll() {
      for (EdgeKind kind : EdgeKind.values()) {
        add(kind.field(), kind);
      }
    }
  }

  /** The forms of statistics. */
  static final class OfStatistics extends Choice<StatisticsRenderer> {
    @Override
    void addAll() {
      StatisticsRenderer.all().forEach(form -> add(form.name(), form));
    }
  }

  /** The sides of a merge. */
  static final class OfSide extends Choice<UpdateOptions.Side> {
    @Override
    void addAll() {
      add("base", UpdateOptions.Side.BASE);
      add("incoming", UpdateOptions.Side.INCOMING);
    }
  }

  /** What sites are run by. */
  static final class OfProgram extends Choice<SiteOptions.Program> {
    @Override
    void addAll() {
      for (SiteOptions.Program program : SiteOptions.Program.values()) {
        add(program.name().toLowerCase(Locale.ROOT), program);
      }
    }
  }

  /** The formats that are written. */
  static final class OfFormat extends Choice<DataFormat> {
    @Override
    void addAll() {
      for (DataFormat format : DataFormat.values()) {
        add(format.word(), format);
      }
    }
  }
}
