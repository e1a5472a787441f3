/** The library on Apache Spark, for data that outgrow one machine; see docs/spark.md. */
@NullMarked
package org.collporterre.examples.spark;

import org.jspecify.annotations.NullMarked;
