/** The command {@code collporterre}: arguments in, reports and exit codes out. */
package org.collporterre.cli;
