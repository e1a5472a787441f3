/** Files of others, each read as its mapping says and compared with what is known of it. */
package org.collporterre.realdata;
