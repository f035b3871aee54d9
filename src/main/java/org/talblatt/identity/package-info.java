/** Accounts, roles, registration, login, sessions, and the text kept at the login wall. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "platform", "paper", "picture"})
package org.talblatt.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
