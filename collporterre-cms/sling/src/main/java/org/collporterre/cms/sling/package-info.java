/** Initiatives in pages of Apache Sling, datasets in its repository. */
@NullMarked
package org.collporterre.cms.sling;

import org.jspecify.annotations.NullMarked;
