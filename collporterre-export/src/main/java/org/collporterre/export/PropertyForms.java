package org.collporterre.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.Field;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Sdg;

/** Chooses, once, how the values of a field are written as a property. */
final class PropertyForms {
  private PropertyForms() {}

  /** Returns how all that a record has in a field is written: of a list field, an array. */
  static PropertyForm of(Field field) {
    PropertyForm form = ofValue(field);
    return field.isList()
        ? new Items(field, form, LinkedNode.class.isAssignableFrom(field.valueClass()))
        : form;
  }

  private static PropertyForm ofValue(Field field) {
    Class<?> type = field.valueClass();
    if (type == String.class) {
      boolean free = field.type().kind() == ValueType.Kind.TEXT && field.codeList() == null;
      return free
          ? (value, out) -> text(field, (String) value, out)
          : new RememberedForm((value, out) -> code(field, (String) value, out));
    } else if (type == LocalizedText.class) {
      return (value, out) -> localized(field, (LocalizedText) value, out);
    } else if (type == LocalDate.class) {
      return PropertyForms::day;
    } else if (type.isEnum()) {
      return new RememberedForm((value, out) -> constant(field, value, out));
    } else if (type == Boolean.class || type == Integer.class || type == BigDecimal.class) {
      return PropertyForms::number;
    }
    return (value, out) -> other(field.type(), value, out);
  }

  private static boolean text(Field field, String text, JsonOut out) {
    out.value(text);
    return out.isSimple() && !text.isEmpty() || CellRehearsal.givesBackFromJson(field, text);
  }

  private static boolean localized(Field field, LocalizedText text, JsonOut out) {
    return text(field, text.text(), out) && text.translations().isEmpty();
  }

  private static boolean code(Field field, String code, JsonOut out) {
    out.value(code);
    return CellRehearsal.givesBackFromJson(field, code);
  }

  private static boolean day(Object value, JsonOut out) {
    out.value((LocalDate) value);
    return true;
  }

  private static boolean constant(Field field, Object value, JsonOut out) {
    if (field.type().kind() == ValueType.Kind.INTEGER && value instanceof Sdg goal) {
      out.value(goal.number());
    } else {
      out.value(field.type().write(value));
    }
    return true;
  }

  private static boolean number(Object value, JsonOut out) {
    if (value instanceof Boolean bool) {
      out.value((boolean) bool);
    } else if (value instanceof Integer number) {
      out.value((int) number);
    } else {
      out.value((BigDecimal) value);
    }
    return true;
  }

  private static boolean other(ValueType<Object> type, Object value, JsonOut out) {
    out.value(type.write(value));
    return type.isWhole(value);
  }

  /** An array. Persons among the items did not ask to be on a map. */
  private record Items(Field field, PropertyForm form, boolean linked) implements PropertyForm {
    @Override
    public boolean write(Object value, JsonOut out) {
      List<?> items = (List<?>) value;
      boolean kept = true;
      out.beginArray();
      for (int i = 0; i < items.size(); i++) {
        Object item = items.get(i);
        boolean left = linked && ((LinkedNode) item).isPersonal();
        kept &= left ? field.type().isWhole(item) : form.write(item, out);
      }
      out.endArray();
      return kept;
    }
  }
}
