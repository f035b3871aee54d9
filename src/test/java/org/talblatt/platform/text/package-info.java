/** Tests of words and markup. */
@NullMarked
package org.talblatt.platform.text;

import org.jspecify.annotations.NullMarked;
