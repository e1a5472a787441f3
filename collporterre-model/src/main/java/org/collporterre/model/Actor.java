package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import org.collporterre.constraint.Rna;
import org.collporterre.constraint.Siret;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.WebUrl;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.AgentKind;
import org.collporterre.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who does what in an initiative. Persons named here are personal data: no e-mail, no phone.
 *
 * @param role what they do; null means leader
 * @param name their name
 * @param kind person, organization or collective
 * @param siret the French establishment number
 * @param rna the number in the French register of associations
 * @param url their site
 */
@EntryType("Thing")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Actor(
    @Column(value = "role", en = "role") @Term("cpt:role") @Nullable Role role,
    @Column(value = "nom", en = "name") @Term("name") @NotNull @TextSize(max = 120) String name,
    @Column(value = "nature", en = "kind") @Term("cpt:kind") @Nullable AgentKind kind,
    @Column(value = "siret", en = "siret")
        @Term(value = "identifier", node = "PropertyValue", property = "value")
        @Siret
        @Nullable String siret,
    @Column(value = "rna", en = "rna")
        @Term(value = "identifier", node = "PropertyValue", property = "value")
        @Rna
        @Nullable String rna,
    @Column(value = "url", en = "url") @Term("url") @WebUrl @Nullable String url)
    implements LinkedNode {
  /** Returns the carrier of an initiative, known by name only. */
  public static Actor named(String name) {
    return new Actor(null, name, null, null, null, null);
  }

  @Override
  public String nodeType() {
    return kind == null ? "Thing" : kind == AgentKind.PERSON ? "Person" : "Organization";
  }

  @Override
  public String relation() {
    return role == null ? "" : role.code();
  }

  @Override
  public boolean isPersonal() {
    return kind == AgentKind.PERSON;
  }
}
