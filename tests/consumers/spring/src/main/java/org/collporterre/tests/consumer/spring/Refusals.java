package org.collporterre.tests.consumer.spring;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import org.collporterre.check.Checker;
import org.collporterre.model.Entry;
import org.collporterre.report.Messages;
import org.collporterre.report.Report;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what is refused with findings, in the language that was asked for. */
@RestControllerAdvice
public class Refusals {
  private final Checker checker;

  Refusals(Validator validator) {
    this.checker = Checker.standard().withValidator(validator);
  }

  /** A record that its constraints refuse: all that the format says of it. */
  @ExceptionHandler(MethodArgumentNotValidException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  public List<String> invalid(MethodArgumentNotValidException refusal, Locale locale) {
    if (!(refusal.getBindingResult().getTarget() instanceof Entry entry)) {
      return List.of(refusal.getMessage());
    }
    Report report = Report.create();
    checker.check(List.of(entry), report);
    Messages messages = Messages.in(locale);
    return report.findings().stream().map(one -> one.code() + ": " + messages.text(one)).toList();
  }

  /** Values that are in no form of the format: the binder's message names each. */
  @ExceptionHandler(HttpMessageNotReadableException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  public List<String> unreadable(HttpMessageNotReadableException refusal) {
    return List.of(String.valueOf(refusal.getMostSpecificCause().getMessage()));
  }
}
