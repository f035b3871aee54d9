/**
 * What became of an article that was taken off: each place where it had stood is looked at, and
 * what can't be reached is named.
 */
@NullMarked
package org.talblatt.desk.receipt;

import org.jspecify.annotations.NullMarked;
