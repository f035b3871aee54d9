/** The arrangement of the front page: what stands on top, the line of breaking news, the order. */
@NullMarked
package org.talblatt.desk.front;

import org.jspecify.annotations.NullMarked;
