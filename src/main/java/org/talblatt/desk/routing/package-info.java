/** The newsroom's rules: where an agency's item goes by itself, and the places the paper is for. */
@NullMarked
package org.talblatt.desk.routing;

import org.jspecify.annotations.NullMarked;
