package org.collporterre.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number or a person's e-mail address in a text that everybody will read, of the record
 * or of its steps, actors, pictures, places and sources; once per field. Only the beginning is
 * shown. Remembers nothing across records.
 */
final class PersonalContact implements RecordRule {
  /** The texts of a record class, and the lists of records in it. */
  private record Texts(List<Field> fields, List<Rows> rows) {
    /** Of the record classes met. */
    private static final ClassValue<Texts> ALL =
        new ClassValue<>() {
          @Override
          protected Texts computeValue(Class<?> type) {
            return of(Schema.of(type));
          }
        };

    static Texts of(Schema<?> schema) {
      List<Field> fields = new ArrayList<>();
      for (Field field : schema.fields()) {
        boolean ofRow = field.group() != null && field.group().isList();
        if (field.isProse() && field.confidential() == null && !ofRow) {
          fields.add(field);
        }
      }
      List<Rows> rows = new ArrayList<>();
      schema.childTables().forEach(table -> rows.add(new Rows(table, of(table.schema()))));
      return new Texts(List.copyOf(fields), List.copyOf(rows));
    }
  }

  private record Rows(ChildTable table, Texts texts) {
    /** Returns what to call a field of a row in the record: its own column, or the list's. */
    String key(Field field) {
      Field compact = table.field();
      return table.isInline() ? field.key() : compact == null ? table.name() : compact.key();
    }
  }

  @Override
  public String code() {
    return "personal-contact";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public FieldsCheck start(CheckContext context) {
    return (row, values) ->
        new Search(context, row).look(Texts.ALL.get(row.value().getClass()), values);
  }

  /** The search through one record. */
  private final class Search {
    private final CheckContext context;
    private final Located<? extends Entry> row;
    private @Nullable Set<String> said;

    Search(CheckContext context, Located<? extends Entry> row) {
      this.context = context;
      this.row = row;
    }

    void look(Texts texts, @Nullable Object[] values) {
      List<Field> fields = texts.fields();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        Object value = values[field.index()];
        if (value != null) {
          look(value, field, null);
        }
      }
      rows(texts, row.value(), null);
    }

    private void look(Texts texts, Object owner, Rows in) {
      List<Field> fields = texts.fields();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        Object value = field.from(owner);
        if (value != null) {
          look(value, field, in);
        }
      }
      rows(texts, owner, in);
    }

    private void rows(Texts texts, Object owner, @Nullable Rows in) {
      for (int i = 0; i < texts.rows().size(); i++) {
        Rows rows = texts.rows().get(i);
        List<?> list = rows.table().from(owner);
        for (int j = 0; j < list.size(); j++) {
          look(rows.texts(), list.get(j), in == null ? rows : in);
        }
      }
    }

    private void look(Object value, Field field, @Nullable Rows in) {
      if (value instanceof String text) {
        report(text, field, in);
      } else if (value instanceof LocalizedText text) {
        report(text.text(), field, in);
        if (!text.translations().isEmpty()) {
          text.translations().values().forEach(other -> report(other, field, in));
        }
      } else if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          look(list.get(i), field, in);
        }
      }
    }

    private void report(String text, Field field, @Nullable Rows in) {
      String found = contact(text);
      if (found != null) {
        said = said == null ? new HashSet<>() : said;
        String key = in == null ? field.key() : in.key(field);
        if (said.add(key)) {
          context.finding(PersonalContact.this, row).field(key).masked(found).report();
        }
      }
    }
  }

  /** Returns the first contact in a text, or null. Most texts have neither sign in them. */
  private static @Nullable String contact(String text) {
    for (int at = EmailAddresses.next(text, 0); at >= 0; ) {
      String address = EmailAddresses.at(text, at);
      if (EmailAddresses.isPersonal(address)) {
        return address;
      }
      at = EmailAddresses.next(text, at + address.length());
    }
    int phone = PhoneNumbers.first(text);
    return phone < 0 ? null : text.substring(phone);
  }
}
