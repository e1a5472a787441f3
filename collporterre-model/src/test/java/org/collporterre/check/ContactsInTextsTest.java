package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsInTextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "02 98 12 34 56",
        "Tél. : 0298123456",
        "Tél.02.98.12.34.56.",
        "06-12-34-56-78",
        "02/98/12/34/56",
        "02\u00a098\u00a012\u00a034\u00a056",
        "02\u202f98\u202f12\u202f34\u202f56",
        "+33298123456",
        "+33 2 98 12 34 56",
        "+33 (0)2 98 12 34 56",
        "+33 (0) 6.12.34.56.78",
        "0033 2 98 12 34 56",
        "(02 98 12 34 56)",
        "2012 : 00 puis 02 98 12 34 56"
      })
  void french_phone_numbers_are_found(String text) {
    assertThat(PhoneNumbers.first(text)).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "'02 98 12 34 56 ou +33 2 98 12 34 57', 0",
    "'+33 2 98 12 34 56 ou 02 98 12 34 57', 0",
    "'Tél. 02 98 12 34 56, +33 2 98 12 34 57', 5",
    "'Tél. +33 2 98 12 34 56, 02 98 12 34 57', 5",
    "'2+2, puis 02 98 12 34 56', 10",
    "'0 ou +33 2 98 12 34 56', 5",
    "'W02 98 12 34 56 02 98 12 34 57', 16"
  })
  void the_first_phone_number_is_found_where_it_begins(String text, int start) {
    assertThat(PhoneNumbers.first(text)).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0033",
        "0033 1",
        "00331234567",
        "SIRET 01234567800012",
        "SIRET 012 345 678 00012",
        "le 06.07.2012 08:09",
        "06/07/2012 08/09/2013",
        "entre 01 02 03 04 05 et 06 07 08 09 10",
        "2 000 000 000 euros",
        "0,0298123456",
        "48.0298123456",
        "https://exemple.org/0298123456",
        "?id=0298123456",
        "ISBN 0198534531",
        "ISBN : 0198534531",
        "W0298123456",
        "10298123456",
        "02981234567",
        "0 800 12 34 56",
        "08 00 12 34 56",
        "+33 8 00 12 34 56",
        "+32 2 123 45 67",
        "02 98 12 34",
        "02 98.12 34.56",
        "+33",
        "0"
      })
  void other_numbers_are_not_phone_numbers(String text) {
    assertThat(PhoneNumbers.first(text)).isNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "anna.dupont@exemple.org, true",
    "a.dupont@exemple.org, true",
    "Jean-Marie.Le-Goff@Exemple.ORG, true",
    "legoff29@gmail.com, true",
    "anna@GMAIL.com, true",
    "anna@exemple.org, false",
    "contact@exemple.org, false",
    "contact.jardin@exemple.org, false",
    "mairie.lanildut@wanadoo.fr, false",
    "association-du-four@laposte.net, false",
    "accueil@free.fr, false",
    "mairielanildut@wanadoo.fr, false",
    "franceservices.derval@exemple.org, false",
    "maisondeservices.livarot@exemple.org, false",
    "france.maisonneuve@exemple.org, false",
    "pierre.villeneuve@exemple.org, true",
    "paul.maisonneuve@exemple.org, true",
    "anna.dupont.brest@exemple.org, false",
    "salle.12@exemple.org, false",
    "anna.le@exemple.org, true",
    "anna.l@exemple.org, false",
    "a@gmail.com, true",
    "@gmail.com, false",
    "gmail.com, false"
  })
  void addresses_of_persons_are_told_from_those_of_roles(String address, boolean personal) {
    assertThat(EmailAddresses.isPersonal(address)).isEqualTo(personal);
  }

  @ParameterizedTest
  @CsvSource({
    "'Écrire à anna.dupont@exemple.org.', anna.dupont@exemple.org",
    "'<mailto:anna@exemple.org>', anna@exemple.org",
    "'-anna@exemple.org-', anna@exemple.org",
    "'@toutes, anna@exemple.org', anna@exemple.org"
  })
  void an_address_is_found_among_words(String text, String address) {
    int start = EmailAddresses.next(text, 0);
    assertThat(EmailAddresses.at(text, start)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@", "@toutes", "anna@", "2 kg @ 3 €", "anna@exemple", "a@b..fr"})
  void other_signs_are_no_addresses(String text) {
    assertThat(EmailAddresses.next(text, 0)).isNegative();
  }
}
