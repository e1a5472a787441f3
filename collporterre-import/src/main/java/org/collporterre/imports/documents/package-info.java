/** Drafts of records, made from documents that people wrote for people. */
package org.collporterre.imports.documents;
