/** Tests of the desk. */
@NullMarked
package org.talblatt.desk;

import org.jspecify.annotations.NullMarked;
