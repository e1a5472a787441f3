package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import org.collporterre.constraint.TextSize;
import org.collporterre.schema.Column;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * Whom a portrait is about.
 *
 * @param kind a person, a collective or an organization
 * @param name the name; a first name or a pseudonym will do
 * @param pseudonymous whether the name is a pseudonym
 * @param role what they do
 */
@EntryType("Organization")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Subject(
    @Column(value = "nature_sujet", en = "subject_kind") @Term("cpt:subjectKind") @NotNull
        SubjectKind kind,
    @Column(value = "nom_sujet", en = "subject_name") @Term("name") @NotNull @TextSize(max = 120)
        String name,
    @Column(value = "pseudonyme", en = "pseudonymous") @Confidential @Nullable Boolean pseudonymous,
    @Column(value = "role_sujet", en = "subject_role")
        @Term(value = "jobTitle", on = "Person")
        @Term("cpt:role")
        @TextSize(max = 120)
        @Nullable String role)
    implements LinkedNode {
  @Override
  public String nodeType() {
    return kind == SubjectKind.PERSON ? "Person" : "Organization";
  }
}
