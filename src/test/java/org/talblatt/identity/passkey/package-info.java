@NullMarked
package org.talblatt.identity.passkey;

import org.jspecify.annotations.NullMarked;
