/** Tests of the administration's screens. */
@NullMarked
package org.talblatt.identity.staff;

import org.jspecify.annotations.NullMarked;
