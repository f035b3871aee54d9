/** What is new, for programs: Atom (RFC 4287), kept and purged like every public page. */
@NullMarked
package org.talblatt.site.feed;

import org.jspecify.annotations.NullMarked;
