import org.jspecify.annotations.NullMarked;

/** Writers of the Collporterre format. */
@NullMarked
module org.collporterre.export {
  requires static org.eclipse.elk.alg.layered;
  requires static org.eclipse.elk.core;
  requires static org.eclipse.elk.graph;
  requires static org.eclipse.emf.common;
  requires static org.eclipse.emf.ecore;
  requires transitive org.collporterre.model;

  exports org.collporterre.export;
  exports org.collporterre.export.lineage;
}
