@NullMarked
package org.talblatt.transfer;

import org.jspecify.annotations.NullMarked;
