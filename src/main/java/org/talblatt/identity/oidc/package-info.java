/**
 * Logging in by another provider (OpenID Connect): the exchange with it, new readers that it
 * vouches for, and links between its logins and accounts, stored only after proof of both.
 */
@NullMarked
package org.talblatt.identity.oidc;

import org.jspecify.annotations.NullMarked;
