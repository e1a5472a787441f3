package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.collporterre.cms.page.Filter;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publication;
import org.junit.jupiter.api.Test;

class ListTimeTest {
  @Test
  void what_is_measured_is_a_list_of_nearly_all_records() throws IOException {
    Publication publication = ListTime.publication(1_000);

    String list = Fragments.of(publication, Locale.FRENCH).list(Filter.ALL);

    assertThat(publication.entries()).hasSizeGreaterThan(900);
    assertThat(list.split("<li class=\"collp-fiche\"", -1))
        .hasSize(publication.entries().size() + 1);
  }
}
