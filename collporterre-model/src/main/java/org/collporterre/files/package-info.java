/** Files that are there whole or not at all, and temporary ones of which nothing is left. */
package org.collporterre.files;
