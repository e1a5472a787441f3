/** Pictures and documents of lineages. */
package org.collporterre.export.lineage;
