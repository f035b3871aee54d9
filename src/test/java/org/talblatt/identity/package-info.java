/** Tests of accounts, login and sessions. */
@NullMarked
package org.talblatt.identity;

import org.jspecify.annotations.NullMarked;
