package org.collporterre.tests.consumer.payara;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers values that are in no form of the format; the binder's message names each. */
@Provider
public class UnreadableRecords implements ExceptionMapper<ProcessingException> {
  @Override
  public Response toResponse(ProcessingException refusal) {
    String why = null;
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonbException || cause instanceof JsonException) {
        why = cause.getMessage();
      }
    }
    return answer(why);
  }

  private static Response answer(@Nullable String why) {
    return why == null
        ? Response.serverError().build()
        : Response.status(Response.Status.BAD_REQUEST)
            .type(MediaType.APPLICATION_JSON)
            .entity(List.of(why))
            .build();
  }
}
