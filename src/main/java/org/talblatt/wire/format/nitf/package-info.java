/** NITF, alone or inside another format. */
@NullMarked
package org.talblatt.wire.format.nitf;

import org.jspecify.annotations.NullMarked;
