/** Goals that check and convert datasets in a build. */
@NullMarked
package org.collporterre.maven;

import org.jspecify.annotations.NullMarked;
