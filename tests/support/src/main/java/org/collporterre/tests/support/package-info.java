/** What tests of several modules use: a browser, servers of content management systems. */
@NullMarked
package org.collporterre.tests.support;

import org.jspecify.annotations.NullMarked;
