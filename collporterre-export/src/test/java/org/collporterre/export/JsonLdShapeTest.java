package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.model.Cost;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.PartialDate;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.model.ReferenceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.StepBuilder;
import org.collporterre.model.SubjectBuilder;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.Audience;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.DocumentationStatus;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Posture;
import org.collporterre.vocabulary.Progress;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.ReferenceKind;
import org.collporterre.vocabulary.Scale;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

/** The shapes of whole records, after the examples of the format. */
class JsonLdShapeTest {
  private static void assertWritten(String expected, Entry entry) throws IOException {
    JsonObject whole = JsonLdWriting.json("{\"@graph\":" + expected + "}");
    assertThat(JsonLdWriting.of(entry).graph()).isEqualTo(whole.getJsonArray("@graph"));
  }

  @Test
  void an_initiative_is_a_project_and_the_sheet_about_it() throws IOException {
    Initiative garden =
        Initiative.named(
                "potagers-partages-saint-jean-de-valeriscle",
                "Potagers partagés à Saint-Jean-de-Valériscle")
            .header(
                HeaderBuilder.builder()
                    .id("potagers-partages-saint-jean-de-valeriscle")
                    .title(LocalizedText.of("Potagers partagés à Saint-Jean-de-Valériscle"))
                    .summary(LocalizedText.of("Des habitants plantent des légumes."))
                    .keywords(List.of("potager"))
                    .build())
            .startDate(PartialDate.parse("2012-05"))
            .locations(
                List.of(
                    PlaceBuilder.builder()
                        .locality("Saint-Jean-de-Valériscle")
                        .postcode("30960")
                        .country("FR")
                        .insee("30268")
                        .latitude(44.239)
                        .longitude(4.13)
                        .build()))
            .territories(List.of(new Territory(Territory.Kind.COM, "30268")))
            .fieldsOfAction(List.of(FieldOfAction.SOCIAL_INNOVATION))
            .themes(List.of("alimentation"))
            .sdgs(List.of(Sdg.SUSTAINABLE_CITIES))
            .replicates(List.of(RecordRef.to("incroyables-comestibles")))
            .scale(Scale.MUNICIPALITY)
            .progress(Progress.DEVELOPING)
            .methodologies(List.of(RecordRef.to("planter-dans-la-rue")))
            .sheet(
                SheetBuilder.builder()
                    .language("fr")
                    .license("CC-BY-SA-4.0")
                    .createdOn(LocalDate.of(2012, 7, 5))
                    .modifiedOn(LocalDate.of(2012, 7, 6))
                    .recordedBy("Collporterre")
                    .references(
                        List.of(
                            ReferenceBuilder.builder()
                                .kind(ReferenceKind.SITE)
                                .title("Site du mouvement des Incroyables Comestibles")
                                .build()))
                    .build())
            .build();
    assertWritten(
        """
        [{
          "@type": "Project",
          "@id": "https://collporterre.org/initiative/potagers-partages-saint-jean-de-valeriscle",
          "identifier": {"@type": "PropertyValue", "propertyID": "collporterre",
            "value": "potagers-partages-saint-jean-de-valeriscle"},
          "name": "Potagers partagés à Saint-Jean-de-Valériscle",
          "description": "Des habitants plantent des légumes.",
          "keywords": [
            "potager",
            {"@type": "DefinedTerm", "name": "Innovation sociale",
             "termCode": "innovation-sociale",
             "inDefinedTermSet": "https://collporterre.org/vocabulaire/champs-action"},
            {"@type": "DefinedTerm", "name": "Alimentation", "termCode": "alimentation",
             "inDefinedTermSet": "https://collporterre.org/vocabulaire/themes"},
            {"@type": "DefinedTerm", "name": "Villes et communautés durables", "termCode": "11",
             "inDefinedTermSet": "http://metadata.un.org/sdg"}
          ],
          "cpt:progress": "developpement",
          "foundingDate": "2012-05",
          "cpt:scale": "commune",
          "areaServed": {"@type": "AdministrativeArea",
            "identifier": {"@type": "PropertyValue", "propertyID": "insee-com", "value": "30268"}},
          "location": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "postalCode": "30960",
              "addressLocality": "Saint-Jean-de-Valériscle", "addressCountry": "FR"},
            "identifier": {"@type": "PropertyValue", "propertyID": "insee-com", "value": "30268"},
            "geo": {"@type": "GeoCoordinates", "latitude": 44.239, "longitude": 4.13}
          },
          "subjectOf": [
            {"@id": "https://collporterre.org/initiative/potagers-partages-saint-jean-de-valeriscle#fiche"},
            {"@id": "https://collporterre.org/methodologie/planter-dans-la-rue"}
          ],
          "cpt:replicates": {"@id": "https://collporterre.org/initiative/incroyables-comestibles"}
        },
        {
          "@type": "CreativeWork",
          "@id": "https://collporterre.org/initiative/potagers-partages-saint-jean-de-valeriscle#fiche",
          "name": "Fiche : Potagers partagés à Saint-Jean-de-Valériscle",
          "mainEntity": {"@id": "https://collporterre.org/initiative/potagers-partages-saint-jean-de-valeriscle"},
          "abstract": "Des habitants plantent des légumes.",
          "inLanguage": "fr",
          "dateCreated": "2012-07-05",
          "dateModified": "2012-07-06",
          "provider": {"name": "Collporterre"},
          "license": "https://creativecommons.org/licenses/by-sa/4.0/",
          "citation": {"@type": "WebSite", "cpt:kind": "site",
            "name": "Site du mouvement des Incroyables Comestibles"}
        }]
        """,
        garden);
  }

  @Test
  void a_methodology_with_steps_is_a_how_to() throws IOException {
    Methodology network =
        Methodology.named("reseau-d-elus", "Monter un réseau d'élus")
            .version("0.2.0")
            .documents(List.of(RecordRef.to("bruded")))
            .derivedFrom(List.of(new RecordRef("code-source-bruded", "0.1.0")))
            .derivationKind(DerivationKind.ADAPTATION)
            .changes("Visites de terrain ajoutées.")
            .documentationStatus(DocumentationStatus.DRAFT)
            .audiences(List.of(Audience.ELECTED_OFFICIALS))
            .postures(List.of(Posture.ANALYSE, Posture.EQUIP))
            .adaptedFor(List.of(new Territory(Territory.Kind.DEP, "44")))
            .duration(IsoDuration.parse("P6M"))
            .tools(List.of("Wiki"))
            .resources(List.of("Temps d'animation"))
            .cost(new Cost(new BigDecimal("1250.50"), "EUR", null))
            .generic(false)
            .groupSizeMin(5)
            .authors(List.of("Collporterre"))
            .steps(
                List.of(
                    StepBuilder.builder()
                        .position(1)
                        .title("Repérer")
                        .text("Recenser les démarches.")
                        .tips(List.of("Partir des plus visibles."))
                        .build(),
                    StepBuilder.builder().position(2).title("Organiser").build()))
            .build();
    assertWritten(
        """
        [{
          "@type": "HowTo",
          "@id": "https://collporterre.org/methodologie/reseau-d-elus",
          "identifier": {"@type": "PropertyValue", "propertyID": "collporterre",
            "value": "reseau-d-elus"},
          "name": "Monter un réseau d'élus",
          "version": "0.2.0",
          "cpt:documentationStatus": "brouillon",
          "about": {"@id": "https://collporterre.org/initiative/bruded"},
          "cpt:generic": false,
          "step": [
            {"@type": "HowToStep", "position": 1, "name": "Repérer",
             "text": "Recenser les démarches.",
             "itemListElement": {"@type": "HowToTip", "text": "Partir des plus visibles."}},
            {"@type": "HowToStep", "position": 2, "name": "Organiser"}
          ],
          "tool": {"@type": "HowToTool", "name": "Wiki"},
          "supply": {"@type": "HowToSupply", "name": "Temps d'animation"},
          "totalTime": "P6M",
          "estimatedCost": {"@type": "MonetaryAmount", "value": 1250.50, "currency": "EUR"},
          "teaches": ["analyser", "outiller"],
          "audience": {"@type": "Audience", "audienceType": "elus"},
          "cpt:groupSizeMin": 5,
          "isBasedOn": {"@type": "CreativeWork",
            "@id": "https://collporterre.org/methodologie/code-source-bruded", "version": "0.1.0"},
          "cpt:derivationKind": "adaptation",
          "cpt:changes": "Visites de terrain ajoutées.",
          "spatialCoverage": {"@type": "AdministrativeArea",
            "identifier": {"@type": "PropertyValue", "propertyID": "insee-dep", "value": "44"}},
          "author": {"name": "Collporterre"}
        }]
        """,
        network);
  }

  @Test
  void a_methodology_without_steps_is_a_work_that_claims_nothing_of_a_how_to() throws IOException {
    Methodology announced =
        Methodology.named("annoncee", "Annoncée")
            .tools(List.of("Wiki"))
            .resources(List.of("Temps"))
            .duration(IsoDuration.parse("P6M"))
            .cost(new Cost(BigDecimal.TEN, "EUR", null))
            .build();
    assertWritten(
        """
        [{
          "@type": "CreativeWork",
          "@id": "https://collporterre.org/methodologie/annoncee",
          "identifier": {"@type": "PropertyValue", "propertyID": "collporterre",
            "value": "annoncee"},
          "name": "Annoncée",
          "cpt:tool": "Wiki",
          "cpt:supply": "Temps",
          "timeRequired": "P6M",
          "cpt:estimatedCost": {"@type": "MonetaryAmount", "value": 10, "currency": "EUR"}
        }]
        """,
        announced);
  }

  @Test
  void a_portrait_is_an_article() throws IOException {
    Portrait village =
        Portrait.named("habitants", "Ils ont rouvert leur village", SubjectKind.ORGANIZATION, "")
            .header(
                HeaderBuilder.builder()
                    .id("habitants")
                    .title(LocalizedText.of("Ils ont rouvert leur village"))
                    .summary(LocalizedText.of("Épicerie et café associatifs."))
                    .description(LocalizedText.of("Un long texte."))
                    .build())
            .subject(
                SubjectBuilder.builder()
                    .kind(SubjectKind.ORGANIZATION)
                    .name("Association du village")
                    .role("Épicerie")
                    .build())
            .initiatives(List.of(RecordRef.to("saint-priest-ligoure")))
            .quotes(List.of("On s'y est mis."))
            .authors(List.of("Collporterre", "Une habitante"))
            .publishedOn(LocalDate.of(2012, 7, 5))
            .interviewDate(PartialDate.parse("2012-22"))
            .territories(List.of(new Territory(Territory.Kind.COM, "87176")))
            .sheet(SheetBuilder.builder().status(RecordStatus.PUBLISHED).build())
            .build();
    assertWritten(
        """
        [{
          "@type": "Article",
          "@id": "https://collporterre.org/portrait/habitants",
          "identifier": {"@type": "PropertyValue", "propertyID": "collporterre",
            "value": "habitants"},
          "headline": "Ils ont rouvert leur village",
          "abstract": "Épicerie et café associatifs.",
          "description": "Un long texte.",
          "about": {"@type": "Organization", "cpt:subjectKind": "organisation",
            "name": "Association du village", "cpt:role": "Épicerie"},
          "mentions": {"@id": "https://collporterre.org/initiative/saint-priest-ligoure"},
          "hasPart": {"@type": "Quotation", "text": "On s'y est mis."},
          "author": [{"name": "Collporterre"}, {"name": "Une habitante"}],
          "cpt:interviewDate": "2012-22",
          "datePublished": "2012-07-05",
          "contentLocation": {"@type": "AdministrativeArea",
            "identifier": {"@type": "PropertyValue", "propertyID": "insee-com", "value": "87176"}},
          "creativeWorkStatus": "publie"
        }]
        """,
        village);
  }
}
