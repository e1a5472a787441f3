/** The plugin for WordPress, which is PHP, handed out by Java. */
package org.collporterre.cms.wordpress;
