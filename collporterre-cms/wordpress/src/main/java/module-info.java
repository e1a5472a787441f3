import org.jspecify.annotations.NullMarked;

/** A plugin for WordPress, as files. */
@NullMarked
module org.collporterre.cms.wordpress {
  requires org.collporterre.cms.page;

  exports org.collporterre.cms.wordpress;
}
