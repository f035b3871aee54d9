/**
 * Passkeys: set up, named and removed by readers, shown to log in or to confirm who acts. What
 * browser and paper say to each other (WebAuthn) is Spring Security's and WebAuthn4J's; the tables
 * are ours, and so are the challenges, which lie in the database: there is no HTTP session.
 */
@NullMarked
package org.talblatt.identity.passkey;

import org.jspecify.annotations.NullMarked;
