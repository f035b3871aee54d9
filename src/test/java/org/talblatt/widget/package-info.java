@NullMarked
package org.talblatt.widget;

import org.jspecify.annotations.NullMarked;
