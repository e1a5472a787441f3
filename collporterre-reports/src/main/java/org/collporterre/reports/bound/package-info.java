/** Reports as JSON, bound by Jakarta JSON Binding: open to it, and to nothing else. */
package org.collporterre.reports.bound;
