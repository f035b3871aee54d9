/** Tests of the front page's screen. */
@NullMarked
package org.talblatt.desk.front;

import org.jspecify.annotations.NullMarked;
