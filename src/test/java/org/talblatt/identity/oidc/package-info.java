/** Logging in by another provider, against a real one and a crooked one. */
@NullMarked
package org.talblatt.identity.oidc;

import org.jspecify.annotations.NullMarked;
