/** The plugin of JSPWiki. */
@NullMarked
package org.collporterre.cms.jspwiki;

import org.jspecify.annotations.NullMarked;
