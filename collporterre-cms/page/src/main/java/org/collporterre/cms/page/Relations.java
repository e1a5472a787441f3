package org.collporterre.cms.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.RecordRef;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/** Which records name a record, by the field in which they do. Immutable. */
final class Relations {
  private final Map<String, Map<Field, List<Entry>>> byTarget = new HashMap<>();

  Relations(Publication publication) {
    for (Entry entry : publication.entries()) {
      for (Field field : Schema.of(entry).references()) {
        if (field.from(entry) instanceof List<?> references) {
          references.forEach(reference -> add(field, entry, (RecordRef) reference));
        }
      }
    }
  }

  private void add(Field field, Entry entry, RecordRef reference) {
    Class<? extends Entry> target = field.refersTo();
    if (target != null && reference.isLocal()) {
      List<Entry> named =
          byTarget
              .computeIfAbsent(
                  Publication.key(target, reference.target()), k -> new LinkedHashMap<>())
              .computeIfAbsent(field, f -> new ArrayList<>());
      if (!named.contains(entry)) {
        named.add(entry);
      }
    }
  }

  /** Returns the records that name a record, by field. */
  Map<Field, List<Entry>> of(Entry entry) {
    return byTarget.getOrDefault(Publication.key(entry.getClass(), entry.id()), Map.of());
  }
}
