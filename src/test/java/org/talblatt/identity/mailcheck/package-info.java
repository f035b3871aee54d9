@NullMarked
package org.talblatt.identity.mailcheck;

import org.jspecify.annotations.NullMarked;
