package org.collporterre.cms.wordpress;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Records as programs send them. */
final class SampleRecords {
  private SampleRecords() {}

  static JsonObjectBuilder record(String id, String title) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("type", "initiative")
        .add("titre", title)
        .add("html", "<p>" + id + "</p>");
  }

  private static JsonArrayBuilder texts(String... texts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (String text : texts) {
      array.add(text);
    }
    return array;
  }

  private static JsonObjectBuilder term(String code, String name) {
    return Json.createObjectBuilder().add("code", code).add("nom", name);
  }

  static JsonObject jardin() {
    return record("jardin-de-keredern", "Jardin partagé de Kerédern")
        .add("resume", "Des habitants cultivent ensemble au pied de leurs immeubles.")
        .add("latitude", 48.41)
        .add("longitude", -4.49)
        .add("champs_action", texts("Innovation sociale"))
        .add("themes", texts("Alimentation"))
        .add("odd", Json.createArrayBuilder().add(term("2", "2. Faim « zéro »")))
        .add("territoires", Json.createArrayBuilder().add(term("com:29019", "Brest")))
        .add("empreinte", "v1")
        .add("jsonld", linked())
        .build();
  }

  static JsonObject linked() {
    return Json.createObjectBuilder()
        .add("@context", "https://schema.org")
        .add("@type", "Project")
        .add("name", "Jardin partagé de Kerédern & <amis> </script>")
        .add("vide", Json.createObjectBuilder())
        .add("rien", Json.createArrayBuilder())
        .add("latitude", 48.41)
        .add("nombre", 12)
        .build();
  }

  static JsonObject bruded() {
    return record("bruded", "Réseau BRUDED")
        .add("resume", "Des élus de communes de Bretagne se racontent leurs réalisations.")
        .add("latitude", 48.11)
        .add("longitude", -1.68)
        .add("champs_action", texts("Collaboration ouverte"))
        .add("themes", texts("Environnement", "Urbanisme"))
        .add("territoires", Json.createArrayBuilder().add(term("reg:53", "Bretagne")))
        .build();
  }

  static JsonObject artisans() {
    return Json.createObjectBuilder(
            record("artisans-du-changement", "Les Artisans du changement").build())
        .add("type", "portrait")
        .add("resume", "Des entrepreneurs qui enrichissent la société et l’environnement.")
        .add("themes", texts("Environnement"))
        .build();
  }

  /** Returns a record with other values of some fields. */
  static JsonObject with(JsonObject record, String field, String value) {
    return Json.createObjectBuilder(record).add(field, value).build();
  }
}
