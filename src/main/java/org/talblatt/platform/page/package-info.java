/** Public pages, kept rendered and compressed in memory, ahead of the servlet context. */
@NullMarked
package org.talblatt.platform.page;

import org.jspecify.annotations.NullMarked;
