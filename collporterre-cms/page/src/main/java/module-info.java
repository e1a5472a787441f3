import org.jspecify.annotations.NullMarked;

/** Datasets as parts of a page and as a site. */
@NullMarked
module org.collporterre.cms.page {
  requires transitive org.collporterre.model;
  requires org.collporterre.export;
  requires org.collporterre.imports;
  requires org.collporterre.reports;
  requires java.xml;
  requires org.commonmark;
  requires org.commonmark.ext.autolink;

  exports org.collporterre.cms.page;
}
