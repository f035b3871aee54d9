/** AP's Media API: items and feeds of items in JSON. */
@NullMarked
package org.talblatt.wire.format.apmedia;

import org.jspecify.annotations.NullMarked;
