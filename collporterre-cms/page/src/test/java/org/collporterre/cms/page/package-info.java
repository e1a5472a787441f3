@NullMarked
package org.collporterre.cms.page;

import org.jspecify.annotations.NullMarked;
