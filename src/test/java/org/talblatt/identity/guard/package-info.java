@NullMarked
package org.talblatt.identity.guard;

import org.jspecify.annotations.NullMarked;
