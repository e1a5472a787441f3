package org.collporterre.reports;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.collporterre.reports.BaselineException.Problem;
import org.collporterre.reports.bound.BaselineLine;

/** Reads a baseline value by value, so that what is wrong has a line. */
final class BaselineReader {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}(:[1-9][0-9]{0,8})?");

  private final JsonParser json;
  private final List<BaselineLine> lines = new ArrayList<>();
  private boolean versioned;

  private BaselineReader(JsonParser json) {
    this.json = json;
  }

  static List<BaselineLine> read(String text) throws BaselineException {
    try (JsonParser json = JsonProvider.provider().createParser(new StringReader(text))) {
      BaselineReader reader = new BaselineReader(json);
      try {
        reader.document();
      } catch (JsonParsingException e) {
        throw new BaselineException(
            Problem.NOT_JSON, (int) Math.max(1, e.getLocation().getLineNumber()));
      } catch (JsonException | NoSuchElementException | IllegalStateException e) {
        throw reader.wrong(Problem.NOT_JSON);
      }
      return reader.lines;
    }
  }

  private BaselineException wrong(Problem problem) {
    return new BaselineException(problem, (int) Math.max(1, json.getLocation().getLineNumber()));
  }

  private void document() throws BaselineException {
    if (json.next() != Event.START_OBJECT) {
      throw wrong(Problem.NOT_A_BASELINE);
    }
    while (json.next() == Event.KEY_NAME) {
      String key = json.getString();
      Event event = json.next();
      if (key.equals("version")) {
        if (event != Event.VALUE_STRING || !json.getString().equals(Baseline.VERSION)) {
          throw wrong(Problem.VERSION);
        }
        versioned = true;
      } else if (key.equals("findings") && event == Event.START_ARRAY) {
        findings();
      } else {
        skip(event);
      }
    }
    if (!versioned) {
      throw wrong(Problem.NOT_A_BASELINE);
    }
    if (json.hasNext()) {
      json.next();
    }
  }

  private void findings() throws BaselineException {
    for (Event event = json.next(); event != Event.END_ARRAY; event = json.next()) {
      if (event != Event.START_OBJECT) {
        throw wrong(Problem.FINDING);
      }
      lines.add(finding());
      if (lines.size() > Baseline.LIMIT) {
        throw wrong(Problem.TOO_LONG);
      }
    }
  }

  private BaselineLine finding() throws BaselineException {
    Map<String, String> texts = new HashMap<>();
    while (json.next() == Event.KEY_NAME) {
      String key = json.getString();
      Event event = json.next();
      if (event == Event.VALUE_STRING) {
        texts.put(key, json.getString());
      } else if (event != Event.VALUE_NULL) {
        throw wrong(Problem.FINDING);
      }
    }
    String code = texts.get("code");
    String fingerprint = texts.get("fingerprint");
    if (code == null || fingerprint == null || !FINGERPRINT.matcher(fingerprint).matches()) {
      throw wrong(Problem.FINDING);
    }
    return new BaselineLine(
        code,
        texts.get("type"),
        texts.get("id"),
        texts.get("field"),
        texts.get("file"),
        texts.get("reason"),
        fingerprint);
  }

  /** A later version may say more. */
  private void skip(Event event) {
    if (event == Event.START_OBJECT) {
      json.skipObject();
    } else if (event == Event.START_ARRAY) {
      json.skipArray();
    }
  }
}
