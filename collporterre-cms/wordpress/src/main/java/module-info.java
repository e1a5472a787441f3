import org.jspecify.annotations.NullMarked;

/** A plugin for WordPress, as files. */
@NullMarked
module org.collporterre.cms.wordpress {
  requires org.collporterre.cms.page;
  requires static org.jspecify;

  exports org.collporterre.cms.wordpress;
}
