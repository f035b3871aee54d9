/** Tests of what every request shares. */
@NullMarked
package org.talblatt.platform.http;

import org.jspecify.annotations.NullMarked;
