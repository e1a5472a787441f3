package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentNamesTest {
  @ParameterizedTest
  @CsvSource({
    "consentement, true, true",
    "Consent, true, true",
    "consentement_le, true, true",
    "a.consent_proof, true, true",
    "a.b:consent_proof, true, true",
    "mineur, true, false",
    "minor, true, false",
    "consentants, false, false",
    "titre, false, false"
  })
  void consentIsKnownByItsNames(String path, boolean ofPortraits, boolean ofOthers) {
    assertThat(ConsentNames.contains(path, Portrait.class)).isEqualTo(ofPortraits);
    assertThat(ConsentNames.contains(path, Initiative.class)).isEqualTo(ofOthers);
  }
}
