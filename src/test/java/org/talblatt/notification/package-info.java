/** Tests of the room. */
@NullMarked
package org.talblatt.notification;

import org.jspecify.annotations.NullMarked;
