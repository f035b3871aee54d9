/** Words: messages in three languages, dates, safe HTML, comment markup, slugs. */
@NullMarked
package org.talblatt.platform.text;

import org.jspecify.annotations.NullMarked;
