/** Pages as a browser shows them. */
@NullMarked
package org.collporterre.browser;

import org.jspecify.annotations.NullMarked;
