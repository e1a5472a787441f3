package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Step;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What properties of schema.org become: {@code docs/interpretation.md} says which field each is
 * for; what fits none is an extension. Apostrophes stand for quotes, O for our addresses.
 */
class JsonLdFieldsTest {
  private static Entry read(String type, String members) throws IOException {
    return read(JsonLdImporter.create(), type, members);
  }

  private static Entry read(JsonLdImporter importer, String type, String members)
      throws IOException {
    String text =
        "{\"@context\":\"https://schema.org\",\"@type\":\"%s\",%s}"
            .formatted(type, members)
            .replace("O:", "https://collporterre.org/")
            .replace('\'', '"');
    List<Entry> records = new ArrayList<>();
    try (EntryReader<Entry> in =
        importer.open(
            new ByteArrayInputStream(text.getBytes(UTF_8)), "x", Entry.class, found -> {})) {
      in.forEach(row -> records.add(row.value()));
    }
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  /** The fields that hold anything, and the extensions behind a plus sign. */
  private static String shown(Entry entry) {
    List<String> all = new ArrayList<>();
    for (Field field : Schema.of(entry).fields()) {
      String text = field.text(entry);
      if (!text.isEmpty()) {
        all.add(field.key() + "=" + text);
      }
    }
    entry.sheet().extensions().forEach((name, json) -> all.add("+" + name + "=" + json));
    return String.join(" ", all).replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'keywords':'pain, ,vin,' # mots_cles=pain|vin",
        "'keywords':['a,b',{'@type':'DefinedTerm','name':'c,d'}] # mots_cles=a|b|c,d",
        "'keywords':{'@type':'DefinedTerm'} # +keywords={'@type':'DefinedTerm'}",
        "'keywords':{'termCode':'compost','inDefinedTermSet':'https://x.org/vocabulaire/themes'}"
            + " # themes=compost",
        "'keywords':{'termCode':'compost','inDefinedTermSet':{'@id':'O:vocabulaire/themes'}}"
            + " # themes=compost",
        "'keywords':{'name':'a','termCode':'compost','inDefinedTermSet':'https://x.org/t'}"
            + " # mots_cles=a +keywords.inDefinedTermSet=https://x.org/t +keywords.termCode=compost",
        "'areaServed':'Bretagne' # territoires=libre:Bretagne",
        "'areaServed':{'@type':'Place','name':'Monde'} # territoires=monde",
        "'areaServed':{'@type':'City','name':'Monde'} # territoires=libre:Monde",
        "'areaServed':7 # +areaServed=7",
        "'address':'12 rue A' # adresse=12 rue A",
        "'address':7 # +address=7",
        "'location':{'name':'L','address':7} # libelle=L +location.address=7",
        "'sameAs':{'@id':'https://www.wikidata.org/wiki/Q1'} # identifiants_externes=wikidata:Q1",
        "'sameAs':7 # +sameAs=7",
        "'identifier':{'propertyID':'siret','value':'12345678900011'}"
            + " # identifiants_externes=siret:12345678900011",
        "'identifier':{'propertyID':'a:b','value':'c'}"
            + " # +identifier={'propertyID':'a:b','value':'c'}",
        "'license':'http://creativecommons.org/licenses/by/4.0/' # licence=CC-BY-4.0",
        "'license':{'@id':'https://creativecommons.org/licenses/by/4.0/'} # licence=CC-BY-4.0",
        "'license':{'url':'https://creativecommons.org/licenses/by/4.0/'} # licence=CC-BY-4.0",
        "'license':'https://exemple.org/l' # +license=https://exemple.org/l",
        "'license':{'name':'x'} # +license={'name':'x'}",
        "'license':'MIT' # licence=MIT",
        "'additionalType':'O:vocabulaire/natures/association' # nature=association",
        "'additionalType':'https://exemple.org/association'"
            + " # +additionalType=https://exemple.org/association",
        "'url':{'@id':'https://exemple.org/'} # site_web=https://exemple.org/",
        "'url':{'url':'https://exemple.org/'} # site_web=https://exemple.org/",
        "'url':{'name':'x'} # +url={'name':'x'}",
        "'subjectOf':{'@id':'O:methodologie/m'} # methodologies=m",
        "'subjectOf':{'@id':'O:methodologie/m','version':'1.0'} # methodologies=m@1.0",
        "'subjectOf':{'@type':'HowTo','@id':'O:methodologie/m','name':'M'}"
            + " # methodologies=m +subjectOf.name=M",
        "'subjectOf':{'@type':'Article','@id':'O:portrait/p'}"
            + " # +subjectOf={'@type':'Article','@id':'https://collporterre.org/portrait/p'}",
        "'subjectOf':'m' # +subjectOf=m",
        "'subjectOf':7 # +subjectOf=7",
        "'foundingDate':'2012-11' # date_debut=2012-11",
        "'foundingDate':['2012','2012'] # date_debut=2012",
        "'foundingDate':['2012','2013'] # date_debut=2012 +foundingDate=2013",
        "'foundingDate':['2012','2013','2014'] # date_debut=2012"
            + " +foundingDate=['2012','2013','2014']",
        "'inLanguage':'en','abstract':'a','description':'a' # resume=a langue=en",
        "'abstract':'a','description':'b' # resume=a description=b",
        "'description':{'@value':'a','@language':'en'} # description=a langue=en",
        "'description':['a','a'] # description=a",
        "'description':['a','b'] # description=a +description=b",
        "'description':['a',{'@value':'b','@language':'en'},{'@value':'c','@language':'en'}]"
            + " # description=a +description={'@value':'c','@language':'en'}"
      })
  void propertiesOfAnInitiative(String members, String expected) throws IOException {
    assertThat(shown(read("Project", members))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'author':'Ana' # auteurs=Ana",
        "'author':[{'@type':'Person','name':'Ana','knowsAbout':'x'},'Bob']"
            + " # auteurs=Ana|Bob +author[0].knowsAbout=x",
        "'tool':{'@type':'HowToTool','name':'Pelle'} # outils=Pelle",
        "'audience':{'name':'x'} # +audience={'name':'x'}",
        "'totalTime':'PT2H' # duree=PT2H",
        "'version':'1.2' # version=1.2",
        "'copyrightHolder':{'name':'Ana'} # titulaire_droits=Ana",
        "'copyrightHolder':[{'name':'Ana'},{'name':'Bob'}]"
            + " # titulaire_droits=Ana +copyrightHolder={'name':'Bob'}",
        "'isBasedOn':{'@type':'HowTo','@id':'O:methodologie/m'} # derive_de=m",
        "'isBasedOn':'O:methodologie/m' # derive_de=m",
        "'step':{'@type':'HowToSection','itemListElement':['A',7],'url':'u'}"
            + " # +step.itemListElement[1]=7 +step.url=u",
        "'step':{'name':'A','itemListElement':{'@type':'HowToDirection','text':'B','url':'u'}}"
            + " # +step.itemListElement.url=u",
        "'step':{'name':'A','itemListElement':{'@type':'HowToDirection','url':'u'}}"
            + " # +step.itemListElement={'@type':'HowToDirection','url':'u'}",
        "'step':7 # +step=7",
        "'estimatedCost':7 # +estimatedCost=7",
        "'estimatedCost':[{'value':12},{'value':13}] # cout_montant=12 +estimatedCost={'value':13}",
        "'estimatedCost':{'value':12,'currency':'EUR'} # cout_montant=12 cout_devise=EUR"
      })
  void propertiesOfAMethodology(String members, String expected) throws IOException {
    assertThat(shown(read("HowTo", members))).isEqualTo(expected);
  }

  /** A title has 140 characters at most; a longer text is cut at its last blank before. */
  @ParameterizedTest
  @CsvSource({
    "a*140, a*140",
    "a*141, a*139…",
    "a*70 b*69, a*70 b*69",
    "a*70 b*70, a*70…",
    "a*138 b c, a*138…",
    "a*139 b, a*139…",
    "a  b, a b"
  })
  void aStepOfTextAloneIsNamedByItsBeginning(String text, String title) throws IOException {
    Methodology made = (Methodology) read("HowTo", "'step':'" + spelled(text) + "'");

    assertThat(made.steps()).extracting(Step::title).containsExactly(spelled(title));
    assertThat(made.steps()).extracting(Step::text).containsExactly(spelled(text));
  }

  private static String spelled(String text) {
    return Pattern.compile("([a-z])\\*([0-9]+)")
        .matcher(text)
        .replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'member':'Ana' # - Ana - -",
        "'member':'https://exemple.org/a' # - - - https://exemple.org/a",
        "'member':' ' # ``",
        "'funder':{'@type':'Organization','name':'A'} # FUNDER A - -",
        "'funder':{'name':'A','cpt:role':'porteur'} # LEADER A - -",
        "'member':{'@type':'Person','@id':'https://exemple.org/a'}"
            + " # - - PERSON https://exemple.org/a",
        "'member':{'@type':'Person','@id':'https://exemple.org/a','url':'https://exemple.org/b'}"
            + " # - - PERSON https://exemple.org/b",
        "'member':{'@type':'Person','@id':'_:a','name':'A'} # - A PERSON -"
      })
  void whoTakesPart(String members, String expected) throws IOException {
    Initiative made = (Initiative) read("Project", members);

    String actors =
        String.join(
            "; ",
            made.actors().stream()
                .map(a -> a.role() + " " + a.name() + " " + a.kind() + " " + a.url())
                .toList());
    assertThat(actors.replace("null", "-")).isEqualTo(expected);
  }

  /** A property chosen for a field, which may be one that is for another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "date_debut # 'z':'2012' # date_debut=2012",
        "date_debut # 'z':['2012','2013'] # date_debut=2012 +z=2013",
        "date_debut # 'z':'hier' # +z=hier",
        "date_debut # 'z':{'name':'2012'} # +z={'name':'2012'}",
        "resume # 'z':'a' # resume=a",
        "resume # 'z':['a','b'] # resume=a +z=b",
        "'latitude,longitude' # 'z':{'name':'1;2'} # +z={'name':'1;2'}"
      })
  void aPropertyMayBeChosenForAField(String key, String members, String expected)
      throws IOException {
    JsonLdImporter importer = JsonLdImporter.create().withColumn("z", key.replace("'", ""));
    assertThat(shown(read(importer, "Project", members))).isEqualTo(expected);
  }

  /** Findings name a record by its identifier, wherever in it that stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'foundingDate':'hier','@id':'O:initiative/a' # a",
        "'foundingDate':'hier','identifier':{'propertyID':'collporterre','value':'b'} # b"
      })
  void findingsNameTheRecord(String members, String id) throws IOException {
    Report report = Report.create();
    String text = "{'@context':'https://schema.org','@type':'NGO','name':'A'," + members + "}";
    byte[] bytes =
        text.replace("O:", "https://collporterre.org/").replace('\'', '"').getBytes(UTF_8);
    try (EntryReader<Entry> in =
        JsonLdImporter.create().open(new ByteArrayInputStream(bytes), "x", Entry.class, report)) {
      assertThat(in).hasSize(1);
    }
    assertThat(report.findings())
        .extracting(Finding::code, Finding::id)
        .containsExactly(tuple("date-invalid", id));
  }
}
