package org.collporterre.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** The form in which web addresses are compared. */
final class CanonicalAddress {
  private static final List<String> FIELDS = List.of("site_web", "texte_url", "url_document");

  /** Parameters that say where a visitor comes from, not what the page is. */
  private static final Set<String> TRACKING =
      Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid");

  private CanonicalAddress() {}

  /** Returns the address of what a record describes, in the form for comparing; or null. */
  static @Nullable String of(Entry entry) {
    Schema<?> schema = Schema.of(entry);
    for (String key : FIELDS) {
      Field field = schema.field(key);
      Object value = field == null ? null : field.from(entry);
      if (value instanceof String text && !text.isBlank()) {
        return of(text);
      }
    }
    return null;
  }

  /**
   * Returns an address without scheme, {@code www}, the port that goes without saying, slash at the
   * end, tracking parameters and place in the page; the host in lower case.
   */
  static String of(String address) {
    String rest = address.strip().replaceFirst("(?i)^https?://", "");
    int mark = rest.indexOf('#');
    // Behind #! and #/ is the name of a page.
    if (mark >= 0 && !rest.startsWith("#!", mark) && !rest.startsWith("#/", mark)) {
      rest = rest.substring(0, mark);
    }
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : query(rest.substring(question + 1));
    String page = question < 0 ? rest : rest.substring(0, question);
    int slash = page.indexOf('/');
    String host = (slash < 0 ? page : page.substring(0, slash)).toLowerCase(Locale.ROOT);
    String path = slash < 0 ? "" : page.substring(slash).replaceFirst("/+$", "");
    return host.replaceFirst("^www\\.", "").replaceFirst(":(80|443)$", "") + path + query;
  }

  private static String query(String query) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      String name = parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.add(parameter);
      }
    }
    return kept.isEmpty() ? "" : "?" + String.join("&", kept);
  }
}
