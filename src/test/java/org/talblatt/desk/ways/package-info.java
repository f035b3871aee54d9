/** Tests of the ways in. */
@NullMarked
package org.talblatt.desk.ways;

import org.jspecify.annotations.NullMarked;
