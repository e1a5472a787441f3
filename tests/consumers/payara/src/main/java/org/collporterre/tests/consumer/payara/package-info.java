/** A Jakarta EE application that takes and returns records. */
@NullMarked
package org.collporterre.tests.consumer.payara;

import org.jspecify.annotations.NullMarked;
