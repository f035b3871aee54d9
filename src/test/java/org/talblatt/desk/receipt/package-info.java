/** Tests of receipts. */
@NullMarked
package org.talblatt.desk.receipt;

import org.jspecify.annotations.NullMarked;
