package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.WebUrl;
import org.collporterre.schema.Child;
import org.collporterre.schema.CodeList;
import org.collporterre.schema.Column;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.Refers;
import org.collporterre.schema.SheetNode;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.Audience;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.LeaderProfile;
import org.collporterre.vocabulary.Progress;
import org.collporterre.vocabulary.Scale;
import org.collporterre.vocabulary.Sdg;
import org.jspecify.annotations.Nullable;

/**
 * A local initiative of sustainable development and cooperation («démarche»).
 *
 * @param header its identifier, title and texts
 * @param kind what it is, from the open vocabulary {@code natures}
 * @param fieldsOfAction the association's fields of action it belongs to
 * @param themes what it is about, from the open vocabulary {@code themes}
 * @param approaches how it goes about it, from an open vocabulary
 * @param sdgs the Sustainable Development Goals it serves
 * @param progress how far it has come
 * @param startDate when it began
 * @param endDate when it ended
 * @param scale the size of the territory it acts on
 * @param territories the territories it acts on
 * @param locations where it is; the first is its main place
 * @param actors who does what in it
 * @param leaderProfile who carries it
 * @param audiences whom it is for
 * @param website its site
 * @param contactEmail the address to write to; public only if {@code contactEmailPublic}
 * @param contactEmailPublic whether the address may be published
 * @param trigger what set it off
 * @param uniqueness what makes it singular
 * @param socialValue what it adds socially
 * @param economicModel how it lives
 * @param deploymentPotential how it could spread
 * @param methodologies the methodologies written from it
 * @param appliesMethodologies the methodologies it applies
 * @param replicates the initiatives it replicates
 * @param partOf the initiatives it is a member of
 * @param sheet what is said of this record itself
 */
@EntryType(value = "Project", name = "initiative")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Initiative(
    @Valid @NotNull Header header,
    @Column(
            value = "nature",
            en = "kind",
            aliases = {"type"})
        @CodeList("natures")
        @Term("additionalType")
        @TextSize(max = 80)
        @Nullable String kind,
    @Column(
            value = "champs_action",
            en = "fields_of_action",
            aliases = {"field_of_action"})
        @Term(value = "keywords", node = "DefinedTerm")
        @Size(max = 3)
        List<FieldOfAction> fieldsOfAction,
    @Column(
            value = "themes",
            en = "themes",
            aliases = {"taxonomy", "categories"})
        @CodeList("themes")
        @Term(value = "keywords", node = "DefinedTerm")
        @Size(max = 8)
        List<@TextSize(max = 80) String> themes,
    @Column(value = "approches", en = "approaches")
        @CodeList("approches")
        @Term(value = "keywords", node = "DefinedTerm")
        @Size(max = 5)
        List<@TextSize(max = 80) String> approaches,
    @Column(
            value = "odd",
            en = "sdgs",
            aliases = {"sdg"})
        @Term(value = "keywords", node = "DefinedTerm")
        @Size(max = 17)
        List<Sdg> sdgs,
    @Column(
            value = "avancement",
            en = "progress",
            aliases = {"status"})
        @Term("cpt:progress")
        @Nullable Progress progress,
    @Column(
            value = "date_debut",
            en = "start_date",
            aliases = {"startDate", "founded_on"})
        @Term("foundingDate")
        @Nullable PartialDate startDate,
    @Column(
            value = "date_fin",
            en = "end_date",
            aliases = {"endDate"})
        @Term("dissolutionDate")
        @Nullable PartialDate endDate,
    @Column(
            value = "echelle",
            en = "scale",
            aliases = {"geographic_scope"})
        @Term("cpt:scale")
        @Nullable Scale scale,
    @Column(
            value = "territoires",
            en = "territories",
            aliases = {"areas_served"})
        @Term("areaServed")
        @Size(max = 30)
        List<Territory> territories,
    @Child(value = "lieux", inline = true) @Term("location") @Size(max = 50)
        List<@Valid Place> locations,
    @Column(
            value = "porteurs",
            en = "actors",
            aliases = {"owner", "leader"})
        @Child("acteurs")
        @Term("member")
        @Term(value = "funder", when = "financeur")
        @Term(
            value = "sponsor",
            when = {"partenaire-technique", "partenaire-methodologique"})
        @Size(max = 50)
        List<@Valid Actor> actors,
    @Column(value = "profil_porteur", en = "leader_profile") @Term("cpt:leaderProfile")
        @Nullable LeaderProfile leaderProfile,
    @Column(value = "publics", en = "audiences") @Term("cpt:audience") @Size(max = 8)
        List<Audience> audiences,
    @Column(
            value = "site_web",
            en = "website",
            aliases = {"url", "homepage", "bf_site_internet"})
        @Term("url")
        @WebUrl
        @Nullable String website,
    @Column(
            value = "courriel",
            en = "email",
            aliases = {"mail", "bf_mail"})
        @Term("email")
        @Confidential(unless = "courriel_public")
        @Email
        @TextSize(max = 254)
        @Nullable String contactEmail,
    @Column(value = "courriel_public", en = "email_public") @Confidential
        @Nullable Boolean contactEmailPublic,
    @Column(
            value = "facteur_declenchant",
            en = "trigger",
            aliases = {"triggering_factor"},
            detail = true)
        @Term("cpt:trigger")
        @TextSize(max = 3_000)
        @Nullable String trigger,
    @Column(value = "singularite", en = "uniqueness", detail = true)
        @Term("cpt:uniqueness")
        @TextSize(max = 3_000)
        @Nullable String uniqueness,
    @Column(
            value = "plus_value_sociale",
            en = "social_value",
            aliases = {"value"},
            detail = true)
        @Term("cpt:socialValue")
        @TextSize(max = 3_000)
        @Nullable String socialValue,
    @Column(
            value = "modele_economique",
            en = "economic_model",
            aliases = {"business_model"},
            detail = true)
        @Term("cpt:economicModel")
        @TextSize(max = 3_000)
        @Nullable String economicModel,
    @Column(
            value = "potentiel_deploiement",
            en = "deployment_potential",
            aliases = {"scalability"})
        @Term("cpt:deploymentPotential")
        @TextSize(max = 3_000)
        @Nullable String deploymentPotential,
    @Column(value = "methodologies", en = "methodologies")
        @Refers(Methodology.class)
        @Term("subjectOf")
        @Size(max = 20)
        List<RecordRef> methodologies,
    @Column(
            value = "applique",
            en = "applies",
            aliases = {"made-independently"})
        @Refers(Methodology.class)
        @Term("cpt:applies")
        @Size(max = 20)
        List<RecordRef> appliesMethodologies,
    @Column(
            value = "replique_de",
            en = "replicates",
            aliases = {"inspiredBy"})
        @Refers(value = Initiative.class, acyclic = "replication-cycle")
        @Term("cpt:replicates")
        @Size(max = 5)
        List<RecordRef> replicates,
    @Column(
            value = "membre_de",
            en = "part_of",
            aliases = {"memberOf"})
        @Refers(value = Initiative.class, acyclic = "membership-cycle")
        @Term("memberOf")
        @Size(max = 10)
        List<RecordRef> partOf,
    @SheetNode @Valid @NotNull Sheet sheet)
    implements Entry {
  /** Returns a builder of an initiative with this identifier and title. */
  public static InitiativeBuilder named(String id, String title) {
    return InitiativeBuilder.builder().header(Header.named(id, title)).sheet(Sheet.EMPTY);
  }

  /** Tells whether at least one of its places has a position. */
  public boolean isLocated() {
    for (Place place : locations) {
      if (place.isLocated()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String withheld(LocalDate today) {
    return sheet.withheld();
  }
}
