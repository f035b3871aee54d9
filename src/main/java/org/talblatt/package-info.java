/** A local newspaper in one program. */
@NullMarked
package org.talblatt;

import org.jspecify.annotations.NullMarked;
