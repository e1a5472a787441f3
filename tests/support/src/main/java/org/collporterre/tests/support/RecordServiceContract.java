package org.collporterre.tests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a service answers that binds records with {@code CollporterreJsonb}, on any server. */
public interface RecordServiceContract {
  /** Returns the service that runs. */
  RecordService service();

  /** What is sent comes back in native JSON, alone and in a list. */
  @Test
  default void a_record_is_taken_and_returned() throws IOException, InterruptedException {
    HttpResponse<String> kept = service().send(RecordService.RECORD, "fr");

    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    assertThat(kept.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    String record = kept.body();
    assertThat(record)
        .startsWith("{\"type_fiche\":\"initiative\",\"id\":\"repair-cafe\"")
        .contains("\"titre\":\"Café réparation\"", "\"odd\":[12]", "\"date_debut\":\"2019-05\"")
        .contains("\"lieux\":[{\"latitude\":48.451,\"longitude\":-4.249}]");
    assertThat(service().ask("/repair-cafe").body()).isEqualTo(record);
    assertThat(service().ask("").body()).isEqualTo("[" + record + "]");
  }

  /** Constraints are those of the annotations; the sentences are ours. */
  @Test
  default void a_record_that_breaks_constraints_is_refused_in_french()
      throws IOException, InterruptedException {
    HttpResponse<String> refused = service().send(RecordService.FAULTY, "fr");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body())
        .contains("coordinates-out-of-range: La colonne latitude", "148.451")
        .contains("url-malformed: La colonne site_web", "pas une adresse");
  }

  /** The language is that of the request, not that of the machine. */
  @Test
  default void the_same_record_is_refused_in_english() throws IOException, InterruptedException {
    HttpResponse<String> refused = service().send(RecordService.FAULTY, "en-GB, fr;q=0.5");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body())
        .contains("coordinates-out-of-range: The column latitude", "148.451")
        .contains("url-malformed: The column site_web", "pas une adresse");
  }

  /** What the binder refuses names the value and the rule. */
  @Test
  default void a_value_in_no_form_of_the_format_is_refused()
      throws IOException, InterruptedException {
    HttpResponse<String> refused = service().send(RecordService.UNREADABLE, "fr");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains("date_debut", "bientôt", "date-invalid");
  }

  /** A text that is no JSON is the sender's fault, not a fault of the server. */
  @Test
  default void what_is_no_json_is_refused() throws IOException, InterruptedException {
    HttpResponse<String> refused = service().send("{\"id\": ", "fr");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
  }
}
