/** Work done after the answer: queued with the transaction, run once by whichever node is free. */
@NullMarked
package org.talblatt.platform.jobs;

import org.jspecify.annotations.NullMarked;
