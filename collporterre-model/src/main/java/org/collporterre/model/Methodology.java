package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.constraint.WebUrl;
import org.collporterre.schema.Child;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Refers;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.Audience;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.DocumentationStatus;
import org.collporterre.vocabulary.Lever;
import org.collporterre.vocabulary.Posture;
import org.jspecify.annotations.Nullable;

/**
 * A methodology, or «code source»: the how-to of an initiative, meant to be read, modified and
 * reused elsewhere.
 *
 * @param header its identifier, title and texts
 * @param version its version
 * @param documentationStatus how far it is written down
 * @param documents the initiatives it was written from
 * @param generic whether it is tied to no initiative
 * @param goal what it is for
 * @param context the soil it grew in
 * @param prerequisites what must be there before
 * @param steps its steps; empty while it is only announced
 * @param tools the tools it needs
 * @param resources the resources it uses up
 * @param duration how long it takes
 * @param cost what it costs
 * @param effort the work it takes, in words
 * @param postures the association's postures it trains
 * @param levers the association's levers it uses
 * @param audiences whom it is for
 * @param groupSizeMin the least number of participants
 * @param groupSizeMax the greatest number of participants
 * @param successFactors what makes it succeed
 * @param pitfalls what to beware of
 * @param invariants what must not change
 * @param adaptableParts what may change
 * @param indicators how to see that it works
 * @param derivedFrom the methodologies it was made from
 * @param derivationKind how it was made from them
 * @param changes what was changed
 * @param adaptedFor the territories it was adapted for
 * @param authors who wrote it
 * @param licensor who holds the rights
 * @param documentUrl where the full document is
 * @param sheet what is said of this record itself
 */
@EntryType(value = "HowTo", name = "methodologie")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Methodology(
    @Valid @NotNull Header header,
    @Column(value = "version", en = "version") @Term("version") @VersionNumber
        @Nullable String version,
    @Column(
            value = "etat_documentation",
            en = "documentation_status",
            aliases = {"ODRL", "Complete"})
        @Term("cpt:documentationStatus")
        @Nullable DocumentationStatus documentationStatus,
    @Column(value = "documente", en = "documents")
        @Refers(Initiative.class)
        @Term("about")
        @Size(max = 20)
        List<RecordRef> documents,
    @Column(value = "generique", en = "generic") @Term("cpt:generic") @Nullable Boolean generic,
    @Column(
            value = "objectif",
            en = "goal",
            aliases = {"purpose", "intended-use"})
        @Term("cpt:goal")
        @TextSize(max = 1_000)
        @Nullable String goal,
    @Column(value = "contexte", en = "context", detail = true)
        @Term("cpt:context")
        @TextSize(max = 5_000)
        @Nullable String context,
    @Column(value = "prerequis", en = "prerequisites") @Term("cpt:prerequisite") @Size(max = 20)
        List<@TextSize(max = 200) String> prerequisites,
    @Child("etapes") @Term("step") @Size(max = 400) List<@Valid Step> steps,
    @Column(value = "outils", en = "tools")
        @Term(value = "tool", on = "HowTo", node = "HowToTool")
        @Term("cpt:tool")
        @Size(max = 50)
        List<@TextSize(max = 120) String> tools,
    @Column(
            value = "ressources",
            en = "resources",
            aliases = {"material"})
        @Term(value = "supply", on = "HowTo", node = "HowToSupply")
        @Term("cpt:supply")
        @Size(max = 50)
        List<@TextSize(max = 120) String> resources,
    @Column(value = "duree", en = "duration")
        @Term(value = "totalTime", on = "HowTo")
        @Term("timeRequired")
        @Nullable IsoDuration duration,
    @Term(value = "estimatedCost", on = "HowTo") @Term("cpt:estimatedCost") @Valid
        @Nullable Cost cost,
    @Column(value = "effort", en = "effort") @Term("cpt:effort") @TextSize(max = 300)
        @Nullable String effort,
    @Column(value = "postures", en = "postures") @Term("teaches") @Size(max = 5)
        List<Posture> postures,
    @Column(value = "leviers", en = "levers")
        @Term(value = "keywords", node = "DefinedTerm")
        @Size(max = 2)
        List<Lever> levers,
    @Column(value = "publics", en = "audiences")
        @Term(value = "audience", node = "Audience", property = "audienceType")
        @Size(max = 8)
        List<Audience> audiences,
    @Column(value = "participants_min", en = "group_size_min") @Term("cpt:groupSizeMin") @Min(1)
        @Nullable Integer groupSizeMin,
    @Column(value = "participants_max", en = "group_size_max") @Term("cpt:groupSizeMax") @Min(1)
        @Nullable Integer groupSizeMax,
    @Column(value = "facteurs_succes", en = "success_factors")
        @Term("cpt:successFactor")
        @Size(max = 20)
        List<@TextSize(max = 300) String> successFactors,
    @Column(value = "ecueils", en = "pitfalls") @Term("cpt:pitfall") @Size(max = 20)
        List<@TextSize(max = 300) String> pitfalls,
    @Column(value = "invariants", en = "invariants") @Term("cpt:invariant") @Size(max = 20)
        List<@TextSize(max = 300) String> invariants,
    @Column(value = "adaptable", en = "adaptable_parts") @Term("cpt:adaptablePart") @Size(max = 20)
        List<@TextSize(max = 300) String> adaptableParts,
    @Column(value = "indicateurs", en = "indicators") @Term("cpt:indicator") @Size(max = 20)
        List<@TextSize(max = 300) String> indicators,
    @Column(
            value = "derive_de",
            en = "derived_from",
            aliases = {"derivative-of", "forkOf", "isBasedOn"})
        @Refers(value = Methodology.class, acyclic = "lineage-cycle")
        @Term(value = "isBasedOn", node = "CreativeWork")
        @Size(max = 8)
        List<RecordRef> derivedFrom,
    @Column(value = "nature_derivation", en = "derivation_kind") @Term("cpt:derivationKind")
        @Nullable DerivationKind derivationKind,
    @Column(value = "modifications", en = "changes") @Term("cpt:changes") @TextSize(max = 2_000)
        @Nullable String changes,
    @Column(value = "adapte_pour", en = "adapted_for") @Term("spatialCoverage") @Size(max = 5)
        List<Territory> adaptedFor,
    @Column(value = "auteurs", en = "authors")
        @Term(value = "author", node = "Thing")
        @Size(max = 20)
        List<@TextSize(max = 120) String> authors,
    @Column(value = "titulaire_droits", en = "licensor")
        @Term(value = "copyrightHolder", node = "Thing")
        @TextSize(max = 120)
        @Nullable String licensor,
    @Column(
            value = "url_document",
            en = "document_url",
            aliases = {"documentation-home"})
        @Term("url")
        @WebUrl
        @Nullable String documentUrl,
    @Valid @NotNull Sheet sheet)
    implements Entry, LinkedNode {
  /** Returns a builder of a methodology with this identifier and title. */
  public static MethodologyBuilder named(String id, String title) {
    return MethodologyBuilder.builder().header(Header.named(id, title)).sheet(Sheet.EMPTY);
  }

  /** Returns {@code HowTo} once there is a step, before that {@code CreativeWork}. */
  @Override
  public String nodeType() {
    return steps.isEmpty() ? "CreativeWork" : "HowTo";
  }

  @Override
  public String withheld(LocalDate today) {
    return sheet.withheld();
  }
}
