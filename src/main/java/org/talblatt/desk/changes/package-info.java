/** What changes in an article that is out: corrections, earlier versions, legal replies. */
@NullMarked
package org.talblatt.desk.changes;

import org.jspecify.annotations.NullMarked;
