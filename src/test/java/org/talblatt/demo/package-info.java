/** Tests of the demo newspaper. */
@NullMarked
package org.talblatt.demo;

import org.jspecify.annotations.NullMarked;
