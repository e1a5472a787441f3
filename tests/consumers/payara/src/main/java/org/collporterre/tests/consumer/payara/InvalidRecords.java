package org.collporterre.tests.consumer.payara;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import org.collporterre.check.Checker;
import org.collporterre.model.Entry;
import org.collporterre.report.Messages;
import org.collporterre.report.Report;

/** Answers a record that its constraints refuse with findings, in the language asked for. */
@Provider
public class InvalidRecords implements ExceptionMapper<ConstraintViolationException> {
  @Inject private Validator validator;

  // The server sets it.
  @SuppressWarnings("NullAway.Init")
  @Context
  private HttpHeaders headers;

  @Override
  public Response toResponse(ConstraintViolationException refusal) {
    Report report = Report.create();
    Checker.standard().withValidator(validator).check(records(refusal), report);
    Messages messages = Messages.in(headers.getAcceptableLanguages().get(0));
    List<String> lines =
        report.findings().stream().map(one -> one.code() + ": " + messages.text(one)).toList();
    return Response.status(Response.Status.BAD_REQUEST)
        .type(MediaType.APPLICATION_JSON)
        .entity(lines)
        .build();
  }

  private static List<Entry> records(ConstraintViolationException refusal) {
    Set<ConstraintViolation<?>> violations = refusal.getConstraintViolations();
    return violations.stream()
        .limit(1)
        .flatMap(one -> List.of(one.getExecutableParameters()).stream())
        .filter(Entry.class::isInstance)
        .map(Entry.class::cast)
        .toList();
  }
}
