/** What was made from what: methodologies and their adaptations, initiatives and their replicas. */
package org.collporterre.lineage;
