/** Tests of the platform. */
@NullMarked
package org.talblatt.platform.mail;

import org.jspecify.annotations.NullMarked;
