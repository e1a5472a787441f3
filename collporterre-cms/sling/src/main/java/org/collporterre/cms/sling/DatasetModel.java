package org.collporterre.cms.sling;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import org.apache.sling.api.SlingHttpServletRequest;
import org.apache.sling.models.annotations.Model;
import org.apache.sling.models.annotations.injectorspecific.Self;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;

/** What the component {@code collporterre/components/dataset} says of itself to its authors. */
@Model(adaptables = SlingHttpServletRequest.class)
public final class DatasetModel {
  private final StoredDataset dataset;

  /** Takes a request for the component. */
  @Inject
  public DatasetModel(@Self SlingHttpServletRequest request) {
    this.dataset = new StoredDataset(request.getResource());
  }

  /** Tells whether the visitor may import into it. */
  public boolean isWritable() {
    return dataset.isWritable();
  }

  /** Returns how many records of each type it has. */
  public Map<String, Integer> getCounts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Class<? extends Entry> type : Entry.TYPES) {
      String name = Schema.of(type).name();
      int count = 0;
      for (String id : dataset.ids(name)) {
        count += id.isEmpty() ? 0 : 1;
      }
      counts.put(name, count);
    }
    return counts;
  }
}
