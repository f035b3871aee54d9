/** Tests of the platform. */
@NullMarked
package org.talblatt.platform.http;

import org.jspecify.annotations.NullMarked;
