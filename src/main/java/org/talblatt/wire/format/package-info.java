/**
 * Agencies' formats, each in a room of its own below, and what they share: charsets, XML from
 * outside, the text of a story, datelines, credits. Pure: bytes in, items out; no database, no
 * network. It hangs on the wire, which knows it by {@link org.talblatt.wire.WireReader} only;
 * features don't use it, the command line shows what it reads.
 */
@NullMarked
@NamedInterface("format")
package org.talblatt.wire.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
