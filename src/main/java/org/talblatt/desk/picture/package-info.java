/** The newsroom's pictures: brought in, described, cut, and taken off. */
@NullMarked
package org.talblatt.desk.picture;

import org.jspecify.annotations.NullMarked;
