/** Positions and areas, to and from JTS. */
package org.collporterre.geo;
