/** What tests share: one PostgreSQL per run, a fresh database per class, a running paper. */
@NullMarked
package org.talblatt.testing;

import org.jspecify.annotations.NullMarked;
