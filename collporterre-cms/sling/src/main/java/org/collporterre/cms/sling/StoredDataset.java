package org.collporterre.cms.sling;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.sling.api.resource.PersistenceException;
import org.apache.sling.api.resource.Resource;
import org.apache.sling.api.resource.ResourceResolver;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.export.DatasetWriter;
import org.collporterre.export.PackageExporter;
import org.collporterre.files.TemporaryFile;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.PackageImporter;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * A dataset in the repository: a node with a node per type, in which each record is a node of the
 * record's name. What the dataset says of itself, and its own vocabularies, are a package without
 * records beside them. Everything is done in the session of who asks.
 */
final class StoredDataset {
  /** The resource type of its node. */
  static final String RESOURCE_TYPE = "collporterre/components/dataset";

  private static final String FRAME = "cadre.zip";

  private final Resource node;
  private final ResourceResolver resolver;

  StoredDataset(Resource node) {
    this.node = node;
    this.resolver = node.getResourceResolver();
  }

  /** How a record came to be in the repository. */
  enum Change {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /** Tells whether the session may change it; the repository decides again when it is changed. */
  boolean isWritable() {
    Session session = resolver.adaptTo(Session.class);
    String child = node.getPath() + "/x";
    try {
      return session != null
          && session.hasPermission(
              child,
              String.join(
                  ",",
                  Session.ACTION_ADD_NODE,
                  Session.ACTION_REMOVE,
                  Session.ACTION_SET_PROPERTY));
    } catch (RepositoryException e) {
      return false;
    }
  }

  /** Puts a record where the one of its name was; nothing is written when it is the same. */
  Change put(String type, String id, RecordTree tree) throws PersistenceException {
    Resource folder = node.getChild(type);
    if (folder == null) {
      folder = resolver.create(node, type, Map.of("jcr:primaryType", "nt:unstructured"));
    }
    Resource known = folder.getChild(RecordNode.encode(id));
    if (known == null) {
      RecordNode.create(resolver, folder, id, tree);
      return Change.CREATED;
    } else if (RecordNode.read(known).equals(tree)) {
      return Change.UNCHANGED;
    }
    resolver.delete(known);
    RecordNode.create(resolver, folder, id, tree);
    return Change.CHANGED;
  }

  /** Removes the record of a name, if there is one. */
  boolean remove(String type, String id) throws PersistenceException {
    Resource folder = node.getChild(type);
    Resource known = folder == null ? null : folder.getChild(RecordNode.encode(id));
    if (known != null) {
      resolver.delete(known);
    }
    return known != null;
  }

  /** Returns the identifiers of the records of a type. */
  Iterable<String> ids(String type) {
    Map<String, String> ids = new LinkedHashMap<>();
    Resource folder = node.getChild(type);
    if (folder != null) {
      folder.getChildren().forEach(one -> ids.put(RecordNode.decode(one.getName()), ""));
    }
    return ids.keySet();
  }

  /** Keeps what a dataset says of itself. */
  void frame(@Nullable DatasetDescriptor descriptor, Vocabularies vocabularies) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(exporter(descriptor, vocabularies), Entry.class, bytes, writer -> {});
    Resource old = node.getChild(FRAME);
    if (old != null && Arrays.equals(read(old), bytes.toByteArray())) {
      return;
    } else if (old != null) {
      resolver.delete(old);
    }
    Resource file = resolver.create(node, FRAME, Map.of("jcr:primaryType", "nt:file"));
    resolver.create(
        file,
        "jcr:content",
        Map.of(
            "jcr:primaryType", "nt:resource",
            "jcr:mimeType", "application/zip",
            "jcr:data", new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static byte[] read(Resource file) throws IOException {
    try (InputStream in = file.adaptTo(InputStream.class)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static PackageExporter exporter(
      @Nullable DatasetDescriptor descriptor, Vocabularies vocabularies) {
    PackageExporter exporter = PackageExporter.create().asZip().withVocabularies(vocabularies);
    return descriptor == null ? exporter : exporter.withDescriptor(descriptor);
  }

  /** Writes all of it as a dataset package. */
  void export(OutputStream out) throws IOException {
    PackageExporter exporter = PackageExporter.create().asZip();
    Resource file = node.getChild(FRAME);
    try (TemporaryFile records = TemporaryFile.of(this::json)) {
      if (file != null) {
        exporter = framed(read(file));
      }
      JsonImporter importer = JsonImporter.create();
      try (EntryReader<Entry> reader = importer.open(records.path(), Entry.class, finding -> {})) {
        write(
            exporter,
            Entry.class,
            out,
            writer -> {
              for (Located<Entry> row : reader) {
                writer.write(row.value());
              }
            });
      }
    }
  }

  private static PackageExporter framed(byte[] frame) throws IOException {
    try (DatasetReader<Entry> reader =
        PackageImporter.create()
            .open(new ByteArrayInputStream(frame), FRAME, Entry.class, finding -> {})) {
      Optional<DatasetDescriptor> descriptor = reader.descriptor();
      return exporter(descriptor.orElse(null), reader.vocabularies());
    }
  }

  private interface Filling<E extends Entry> {
    void into(DatasetWriter<E> writer) throws IOException;
  }

  private static <E extends Entry> void write(
      PackageExporter exporter, Class<E> type, OutputStream out, Filling<E> filling)
      throws IOException {
    try (DatasetWriter<E> writer = exporter.open(out, type, finding -> {})) {
      filling.into(writer);
      writer.commit();
    }
  }

  /** Writes its records as native JSON. */
  private void json(OutputStream out) {
    try (JsonGenerator json = Json.createGenerator(out)) {
      json.writeStartObject().writeStartArray("fiches");
      for (Class<? extends Entry> type : Entry.TYPES) {
        String name = Schema.of(type).name();
        Resource folder = node.getChild(name);
        if (folder != null) {
          for (Resource record : folder.getChildren()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(RecordJsonWriter.TYPE, name);
            values.putAll(RecordNode.read(record).values());
            new RecordTree(values).write(json);
          }
        }
      }
      json.writeEnd().writeEnd();
    }
  }
}
