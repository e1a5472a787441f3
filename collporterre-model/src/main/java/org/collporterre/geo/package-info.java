/** Positions and areas, to and from JTS; gazetteers, which know places by name and by code. */
package org.collporterre.geo;
