package org.collporterre.tests.consumer.spring;

import jakarta.validation.Valid;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.collporterre.model.Initiative;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes and returns initiatives as native JSON. */
@RestController
@RequestMapping("/initiatives")
public class InitiativesController {
  private final ConcurrentSkipListMap<String, Initiative> kept = new ConcurrentSkipListMap<>();

  /** Keeps an initiative. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  public Initiative keep(@Valid @RequestBody Initiative initiative) {
    kept.put(initiative.header().id(), initiative);
    return initiative;
  }

  /** Returns all that are kept. */
  @GetMapping
  public List<Initiative> all() {
    return List.copyOf(kept.values());
  }

  /** Returns one. */
  @GetMapping("/{id}")
  public ResponseEntity<Initiative> one(@PathVariable("id") String id) {
    return ResponseEntity.ofNullable(kept.get(id));
  }
}
