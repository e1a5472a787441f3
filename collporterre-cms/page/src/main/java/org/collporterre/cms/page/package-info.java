/**
 * What content management systems show of a dataset: map, list, sheet and statistics as parts of a
 * page; and a site or a page of its own.
 */
package org.collporterre.cms.page;
