package org.collporterre.cms.sling;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.sling.api.resource.Resource;
import org.apache.sling.api.resource.ValueMap;
import org.collporterre.cms.page.RequestException;
import org.collporterre.cms.page.ViewRequest;

/** What a component's author wrote in its dialog. */
final class Source {
  /** The most properties of a component that are looked at. */
  private static final int MOST = 100;

  private Source() {}

  /** Reads it; nothing in it is trusted. */
  static ViewRequest of(Resource component, Locale locale) throws RequestException {
    Map<String, String> parameters = new LinkedHashMap<>();
    ValueMap values = component.getValueMap();
    for (String name : values.keySet()) {
      String value = values.get(name, String.class);
      if (value != null && parameters.size() < MOST) {
        parameters.put(name, value);
      }
    }
    return ViewRequest.of(parameters, locale);
  }

  /** Returns the path of the dataset that a resource shows: its own, when it is one. */
  static String path(Resource resource, ViewRequest asked) {
    return resource.isResourceType(StoredDataset.RESOURCE_TYPE)
        ? resource.getPath()
        : asked.source();
  }

  /** Returns the language of the site a resource is in, else that of the visitor. */
  static Locale locale(Resource resource, Locale visitor) {
    for (Resource up = resource; up != null; up = up.getParent()) {
      String language = up.getValueMap().get("jcr:language", String.class);
      if (language != null && !language.isBlank()) {
        return Locale.forLanguageTag(language.replace('_', '-'));
      }
    }
    return visitor;
  }
}
