import org.jspecify.annotations.NullMarked;

/** The command {@code collporterre}. */
@NullMarked
module org.collporterre.cli {
  requires org.collporterre.imports;
  requires org.collporterre.export;
  requires info.picocli;
  requires jakarta.json.bind;
  requires java.logging;

  opens org.collporterre.cli to
      info.picocli,
      org.eclipse.yasson;
}
