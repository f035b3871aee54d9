@NullMarked
package org.talblatt.discussion.writing;

import org.jspecify.annotations.NullMarked;
