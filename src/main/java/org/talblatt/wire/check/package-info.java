/**
 * What is read of agency files, against what others read off them: {@code wire check}. Pure; the
 * command line uses it, no feature does.
 */
@NullMarked
@NamedInterface("check")
package org.talblatt.wire.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
