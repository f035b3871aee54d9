/** Tests of what makes a story the same. */
@NullMarked
package org.talblatt.desk.story;

import org.jspecify.annotations.NullMarked;
