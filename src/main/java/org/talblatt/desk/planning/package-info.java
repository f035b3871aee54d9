/** What agencies announce to the newsroom, by day. */
@NullMarked
package org.talblatt.desk.planning;

import org.jspecify.annotations.NullMarked;
