/** Tests of what changes in an article that is out. */
@NullMarked
package org.talblatt.desk.changes;

import org.jspecify.annotations.NullMarked;
