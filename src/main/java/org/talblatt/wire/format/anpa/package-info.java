/** ANPA-1312: the text format of American wires, which AP and Kyodo still send. */
@NullMarked
package org.talblatt.wire.format.anpa;

import org.jspecify.annotations.NullMarked;
