/** The database: the one we start ourselves, or a server; what is after a commit. */
@NullMarked
package org.talblatt.platform.db;

import org.jspecify.annotations.NullMarked;
