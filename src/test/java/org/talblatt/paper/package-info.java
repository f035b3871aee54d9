/** Tests of the title's own room. */
@NullMarked
package org.talblatt.paper;

import org.jspecify.annotations.NullMarked;
