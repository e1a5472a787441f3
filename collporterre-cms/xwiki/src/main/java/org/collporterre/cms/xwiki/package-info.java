/** The macro of XWiki. */
@NullMarked
package org.collporterre.cms.xwiki;

import org.jspecify.annotations.NullMarked;
