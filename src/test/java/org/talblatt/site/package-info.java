/** Tests of the public pages. */
@NullMarked
package org.talblatt.site;

import org.jspecify.annotations.NullMarked;
