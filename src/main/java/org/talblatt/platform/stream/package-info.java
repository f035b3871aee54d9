/**
 * Answers that stay open: many listen to a topic, and what one event costs does not depend on how
 * many. A listener is a connection and a few fields: no thread, no queue, no buffer of its own.
 */
@NullMarked
package org.talblatt.platform.stream;

import org.jspecify.annotations.NullMarked;
