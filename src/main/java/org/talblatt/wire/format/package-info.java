/**
 * Agencies' formats, each in a room of its own below, and what they share: charsets, XML from
 * outside, the text of a story, datelines, credits. Pure: bytes in, items out; no database, no
 * network. It hangs on the wire, which knows it by {@link org.talblatt.wire.WireReader} only.
 */
@NullMarked
package org.talblatt.wire.format;

import org.jspecify.annotations.NullMarked;
