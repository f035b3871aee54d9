/** Tests of reports, decisions and objections. */
@NullMarked
package org.talblatt.moderation;

import org.jspecify.annotations.NullMarked;
