/** French municipalities and territories, by name and by code, and where countries are. */
package org.collporterre.gazetteer.fr;
