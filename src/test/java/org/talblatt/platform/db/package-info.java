/** Tests of our own database. */
@NullMarked
package org.talblatt.platform.db;

import org.jspecify.annotations.NullMarked;
