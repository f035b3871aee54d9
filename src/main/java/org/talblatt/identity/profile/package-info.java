/**
 * What readers say of themselves and choose for themselves: name, line, picture, mail address, whom
 * they don't want to read. What others may know of it is in {@code identity.ReaderProfiles}.
 */
@NullMarked
package org.talblatt.identity.profile;

import org.jspecify.annotations.NullMarked;
