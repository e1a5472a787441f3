package org.collporterre.tests.consumer.spring;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.collporterre.json.CollporterreJsonb;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A service that keeps initiatives. */
@SpringBootApplication
public class InitiativesApplication {
  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(InitiativesApplication.class, args);
  }

  /** Binds records to native JSON; {@code application.properties} prefers it for all JSON. */
  @Bean
  Jsonb jsonb() {
    return JsonbBuilder.create(CollporterreJsonb.config());
  }
}
