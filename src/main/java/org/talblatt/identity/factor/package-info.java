/** Codes from a device as a second factor (TOTP), and the recovery codes for who has lost it. */
@NullMarked
package org.talblatt.identity.factor;

import org.jspecify.annotations.NullMarked;
