/** Connectors to sites: what is on them, what would change, what is written. */
package org.collporterre.cms.connect;
