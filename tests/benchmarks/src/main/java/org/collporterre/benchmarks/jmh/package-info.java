/** The hot pieces by themselves, measured by JMH: {@code tests/benchmarks/jmh.sh}. */
@NullMarked
package org.collporterre.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
