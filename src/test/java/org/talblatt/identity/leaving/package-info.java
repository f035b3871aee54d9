/** What a person may ask of the paper by law, tested. */
@NullMarked
package org.talblatt.identity.leaving;

import org.jspecify.annotations.NullMarked;
