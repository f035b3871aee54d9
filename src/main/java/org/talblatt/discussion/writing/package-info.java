/**
 * Help while somebody writes: names behind an @. Hangs on the talk's core, which knows nothing of
 * it.
 */
@NullMarked
package org.talblatt.discussion.writing;

import org.jspecify.annotations.NullMarked;
