/** An application of Spring Boot that takes and returns records. */
@NullMarked
package org.collporterre.tests.consumer.spring;

import org.jspecify.annotations.NullMarked;
