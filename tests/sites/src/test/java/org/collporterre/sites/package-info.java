/** Real sites that the command publishes on. */
@NullMarked
package org.collporterre.sites;

import org.jspecify.annotations.NullMarked;
