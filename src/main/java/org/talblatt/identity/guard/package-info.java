/**
 * Keeps robots and vandals from registering, without a third party and without a burden on anybody
 * else. Knows no account; uses only the platform.
 */
@NullMarked
package org.talblatt.identity.guard;

import org.jspecify.annotations.NullMarked;
