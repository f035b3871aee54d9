/** IPTC 7901: the text format of teleprinters, which dpa, SDA and others still send. */
@NullMarked
package org.talblatt.wire.format.iptc7901;

import org.jspecify.annotations.NullMarked;
