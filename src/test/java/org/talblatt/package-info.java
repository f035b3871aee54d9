/** Tests of the whole house. */
@NullMarked
package org.talblatt;

import org.jspecify.annotations.NullMarked;
