package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names mean what JSON-LD 1.1 says; apostrophes stand for quotes, S for schema.org's context. */
class JsonLdContextTest {
  private static JsonLdContext context(String json) throws IOException, JsonFault {
    String text = json.replace("S", "'https://schema.org'").replace('\'', '"');
    JsonScanner in = new JsonScanner(text.getBytes(UTF_8), 1, 1);
    return JsonLdContext.NONE.with(JsonNode.read(in, in.next(), null, null, 0, twice -> {}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "S # name # name",
        "S # id # @id",
        "S # type # @type",
        "S # @graph # @graph",
        "S # schema:name # name",
        "S # http://www.schema.org/name # name",
        "S # https://schema.org/name # name",
        "S # https://exemple.org/name # https://exemple.org/name",
        "S # foaf:name # foaf:name",
        "S # :name # :name",
        "'http://schema.org/' # name # name",
        "'https://schema.org/docs/jsonldcontext.json' # name # name",
        "'https://schema.org/docs/jsonldcontext.jsonld' # name # name",
        "null # name # ",
        "null # https://schema.org/name # name",
        "[S,null] # name # ",
        "{} # name # ",
        "{'@vocab':'http://schema.org'} # name # name",
        "{'@vocab':'https://exemple.org/v/'} # name # https://exemple.org/v/name",
        "{'@vocab':'schema:'} # name # schema:name",
        "[S,{'@vocab':'schema:'}] # name # name",
        "[S,{'@vocab':null}] # name # ",
        "[S,{'@vocab':null}] # type # @type",
        "[S,{'name':null}] # name # ",
        "[S,{'name':{'@id':null}}] # name # ",
        "[S,{'label':'schema:name'}] # label # name",
        "[S,{'label':'name'}] # label # name",
        "[S,{'label':{'@id':'schema:name','@type':'x:y'}}] # label # name",
        "[S,{'label':{'@type':'@id'}}] # label # label",
        "{'a':'b:x','b':'c:y/','c':'http://e.org/'} # a # http://e.org/y/x",
        "{'a':'b://x','b':'http://e.org/'} # a # b://x",
        "{'a':'a:a'} # b # ",
        "{'k':'@type'} # k # @type",
        "{'l':'label'} # l # label"
      })
  void aNameMeansWhatTheContextSays(String json, String name, String term) throws Exception {
    assertThat(context(json).term(name)).isEqualTo(term);
  }

  /** Apart from the table, whose cells # parts. */
  @Test
  void ourVocabularyHasAPrefix() throws Exception {
    assertThat(context("S").term("https://collporterre.org/ns#trigger")).isEqualTo("cpt:trigger");
    assertThat(context("{'c':'https://collporterre.org/ns#'}").term("c:trigger"))
        .isEqualTo("cpt:trigger");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "3 # 3",
        "{'@import':'x'} # @import",
        "{'@vocab':3} # @vocab",
        "{'@language':3} # @language",
        "{'a':3} # a",
        "{'a':[]} # a",
        "{'a':{'@id':3}} # a",
        "{'a':{'@reverse':'x'}} # @reverse",
        "{'a':{'@id':'b','@container':'@language'}} # @container",
        "{'a':{'@id':'b','@type':'@json'}} # @type",
        "{'a':{'@id':'b','@context':{}}} # @context"
      })
  void whatCannotBeFollowedIsRefused(String json, String value) {
    JsonFault fault = catchThrowableOfType(JsonFault.class, () -> context(json));

    assertThat(fault.code()).isEqualTo("context-unsupported");
    assertThat(fault.value()).isEqualTo(value);
    assertThat(fault.expected()).isEqualTo("https://schema.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'https://exemple.org'", "[S,'https://schema.org/name']", "''"})
  void anotherContextIsNotKnown(String json) {
    JsonFault fault = catchThrowableOfType(JsonFault.class, () -> context(json));

    assertThat(fault.code()).isEqualTo("context-unknown");
    assertThat(fault.expected()).isEqualTo("https://schema.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@version':1.1,'@protected':true,'@propagate':false,'@base':'x','a':'http://e.org/a'}",
        "{'a':{'@id':'http://e.org/a','@container':'@set'}}",
        "{'a':{'@id':'http://e.org/a','@container':'@list','@prefix':true}}",
        "{'_':3,'a':'http://e.org/a'}"
      })
  void whatDoesNotMatterIsPassedOver(String json) throws Exception {
    assertThat(context(json).term("a")).isEqualTo("http://e.org/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{'a':{'@id':'schema:url','@type':'@id'}} # true",
        "{'a':{'@id':'schema:url','@type':'@vocab'}} # false",
        "[{'a':{'@id':'schema:url','@type':'@id'}},{'b':'x'}] # true",
        "[{'a':{'@id':'schema:url','@type':'@id'}},{'a':'schema:url'}] # false",
        "[{'a':{'@id':'schema:url','@type':'@id'}},S] # true"
      })
  void textsUnderANameMayBeAddresses(String json, boolean reference) throws Exception {
    assertThat(context(json).isReference("a")).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "S # ",
        "{'@language':'fr'} # fr",
        "[{'@language':'fr'},{'@language':null}] # ",
        "[{'@language':'fr'},S] # fr",
        "[{'@language':'fr'},{'a':'b'}] # fr"
      })
  void textsMayHaveALanguage(String json, String language) throws Exception {
    assertThat(context(json).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "e:x, http://e.org/x",
    "e://x, e://x",
    "y:x, y:x",
    ":x, :x",
    "x, x",
    "k:x, k:x",
  })
  void anAddressMayBeginWithAPrefix(String text, String address) throws Exception {
    assertThat(context("{'e':'http://e.org/','k':'@type'}").address(text)).isEqualTo(address);
  }
}
