package org.collporterre.cms.sling;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sling.api.resource.Resource;
import org.apache.sling.api.resource.ResourceResolver;
import org.apache.sling.api.resource.ResourceUtil;
import org.apache.sling.api.resource.observation.ExternalResourceChangeListener;
import org.apache.sling.api.resource.observation.ResourceChange;
import org.apache.sling.api.resource.observation.ResourceChangeListener;
import org.collporterre.cms.page.Publication;
import org.collporterre.cms.page.Publications;
import org.collporterre.cms.page.RequestException;
import org.collporterre.files.TemporaryFile;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * The datasets that pages name: a dataset in the repository, or a file there of any format that can
 * be read. What someone may not see there does not exist for them. Those asked for last are kept
 * until something below them changes; not longer than a day, as consents end.
 */
@Component(
    service = {Datasets.class, ResourceChangeListener.class},
    property = {
      ResourceChangeListener.PATHS + "=/content",
      ResourceChangeListener.CHANGES + "=ADDED",
      ResourceChangeListener.CHANGES + "=CHANGED",
      ResourceChangeListener.CHANGES + "=REMOVED"
    })
public final class Datasets implements ResourceChangeListener, ExternalResourceChangeListener {
  private static final int KEPT = 16;

  /** Where datasets may be: nowhere among programs and settings. */
  private static final String ROOT = "/content/";

  private record Key(String path, @Nullable String user, LocalDate day) {}

  private final Publications publications = Publications.create();
  private final Map<Key, Publication> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Publication> eldest) {
          return size() > KEPT;
        }
      };
  private long changes;

  /**
   * Returns the publication of a dataset.
   *
   * @param source its path
   * @throws RequestException when there is none that this session may see
   */
  Publication get(ResourceResolver resolver, String source) throws IOException, RequestException {
    String path = ResourceUtil.normalize(source);
    if (path == null || !path.startsWith(ROOT)) {
      throw new RequestException("source-refused", source);
    }
    Resource found = resolver.getResource(path);
    if (found == null) {
      throw new RequestException("source-missing", source);
    }
    Key key = new Key(path, resolver.getUserID(), LocalDate.now(ZoneOffset.UTC));
    long seen;
    synchronized (kept) {
      Publication known = kept.get(key);
      if (known != null) {
        return known;
      }
      seen = changes;
    }
    Publication read = read(found);
    synchronized (kept) {
      if (seen == changes) {
        kept.put(key, read);
      }
    }
    return read;
  }

  private Publication read(Resource found) throws IOException, RequestException {
    try (TemporaryFile file = copy(found)) {
      return publications.get(file.path());
    }
  }

  private static TemporaryFile copy(Resource found) throws IOException, RequestException {
    if (found.isResourceType(StoredDataset.RESOURCE_TYPE)) {
      return TemporaryFile.of(new StoredDataset(found)::export);
    }
    try (InputStream in = found.adaptTo(InputStream.class)) {
      if (in == null) {
        throw new RequestException("source-unreadable", found.getPath());
      }
      return Uploads.copy(in);
    } catch (TemporaryFile.TooLarge e) {
      throw new RequestException(
          "source-too-large", found.getPath(), (Uploads.MOST_BYTES >> 20) + " Mio");
    }
  }

  @Override
  public void onChange(List<ResourceChange> found) {
    synchronized (kept) {
      changes++;
      for (ResourceChange change : found) {
        String path = change.getPath();
        kept.keySet()
            .removeIf(
                key ->
                    (path + "/").startsWith(key.path() + "/") || key.path().startsWith(path + "/"));
      }
    }
  }
}
