/** The macro in the rendering engine of XWiki. */
@NullMarked
package org.collporterre.cms.xwiki;

import org.jspecify.annotations.NullMarked;
