/** Reads, checks and writes files with several threads, as one thread would. */
@NullMarked
package org.collporterre.pipeline;

import org.jspecify.annotations.NullMarked;
