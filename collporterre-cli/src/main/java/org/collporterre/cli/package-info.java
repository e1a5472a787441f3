/** The command line. */
package org.collporterre.cli;
