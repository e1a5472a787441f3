/** The plugin in a real wiki. */
@NullMarked
package org.collporterre.cms.jspwiki;

import org.jspecify.annotations.NullMarked;
