/** Writers of the format. */
package org.collporterre.export;
