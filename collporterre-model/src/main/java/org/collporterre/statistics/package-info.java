/** What a dataset holds, how complete and how fresh it is, in numbers. */
package org.collporterre.statistics;
