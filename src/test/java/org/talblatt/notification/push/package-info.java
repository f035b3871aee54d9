@NullMarked
package org.talblatt.notification.push;

import org.jspecify.annotations.NullMarked;
