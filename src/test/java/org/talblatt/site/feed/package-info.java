@NullMarked
package org.talblatt.site.feed;

import org.jspecify.annotations.NullMarked;
