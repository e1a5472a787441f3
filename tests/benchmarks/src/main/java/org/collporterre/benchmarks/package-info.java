/** Generated data of any size, and the programs that are measured on it. */
@NullMarked
package org.collporterre.benchmarks;

import org.jspecify.annotations.NullMarked;
