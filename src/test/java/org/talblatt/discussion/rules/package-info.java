@NullMarked
package org.talblatt.discussion.rules;

import org.jspecify.annotations.NullMarked;
