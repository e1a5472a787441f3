package org.collporterre.cms.connect;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;

/**
 * What a site answered.
 *
 * @param status the status of HTTP
 * @param headers its headers
 * @param body the text
 */
record Answer(int status, HttpHeaders headers, String body) {
  /** Returns the number in a header, or what to take instead. */
  int number(String header, int otherwise) {
    String text = headers.firstValue(header).orElse("");
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  /** Tells whether it is a good one. */
  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /**
   * Returns what is said in JSON.
   *
   * @throws SiteException when it is no JSON
   */
  JsonStructure json() throws SiteException {
    // What plugins print before or a byte order mark is no reason to give up.
    int from = body.startsWith("\uFEFF") ? 1 : 0;
    try (JsonReader in = Json.createReader(new StringReader(body.substring(from)))) {
      return in.read();
    } catch (RuntimeException e) {
      // The parser has one kind for what is no JSON and another for what is too deep.
      throw new SiteException(SiteException.Reason.MALFORMED, "HTTP " + status);
    }
  }

  /** Returns what is said in JSON, or null in JSON when it is none. */
  JsonValue jsonIfAny() {
    try {
      return json();
    } catch (SiteException e) {
      return JsonValue.NULL;
    }
  }
}
