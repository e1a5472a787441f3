/** Third-party suites. */
package org.collporterre.conformance;
