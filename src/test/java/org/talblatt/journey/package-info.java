/**
 * What a person does, in a real browser: phone and desktop, light and dark, with and without
 * JavaScript.
 */
@NullMarked
package org.talblatt.journey;

import org.jspecify.annotations.NullMarked;
