/** What several packages of this module share and no other module sees. */
package org.collporterre.internal;
