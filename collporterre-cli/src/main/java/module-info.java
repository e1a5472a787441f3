import org.jspecify.annotations.NullMarked;

/** The command {@code collporterre}. */
@NullMarked
module org.collporterre.cli {
  exports org.collporterre.cli;

  requires org.collporterre.gazetteer.fr;
  requires org.collporterre.imports;
  requires org.collporterre.cms.connect;
  requires org.collporterre.cms.page;
  requires org.collporterre.export;
  requires org.collporterre.pipeline;
  requires org.collporterre.reports;
  requires info.picocli;
  requires io.github.javadiffutils;
  requires jakarta.json.bind;
  requires java.logging;
  requires org.eclipse.yasson;

  // The parser reads the commands' options; the JSON binder asks by a public lookup, which only
  // sees
  // what is open to all; the log manager makes an instance of one class.
  opens org.collporterre.cli;
}
