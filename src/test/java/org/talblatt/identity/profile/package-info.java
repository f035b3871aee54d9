/** Tests of what readers say of themselves and choose for themselves. */
@NullMarked
package org.talblatt.identity.profile;

import org.jspecify.annotations.NullMarked;
