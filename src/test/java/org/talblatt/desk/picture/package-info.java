/** Tests of the newsroom's pictures. */
@NullMarked
package org.talblatt.desk.picture;

import org.jspecify.annotations.NullMarked;
