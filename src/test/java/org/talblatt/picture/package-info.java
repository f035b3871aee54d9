/** Tests of pictures. */
@NullMarked
package org.talblatt.picture;

import org.jspecify.annotations.NullMarked;
