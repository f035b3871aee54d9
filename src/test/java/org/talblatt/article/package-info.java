/** Tests of publishing. */
@NullMarked
package org.talblatt.article;

import org.jspecify.annotations.NullMarked;
