/** Tests of codes as a second factor. */
@NullMarked
package org.talblatt.identity.factor;

import org.jspecify.annotations.NullMarked;
