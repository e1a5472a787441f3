/** Records as native JSON, for Jakarta JSON Binding and Jakarta JSON Processing. */
package org.collporterre.json;
