/** Whether agencies tell the same story. */
@NullMarked
package org.talblatt.desk.story;

import org.jspecify.annotations.NullMarked;
