/** Ids, failures and addresses: what every room names. Depends on nothing. */
@NullMarked
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package org.talblatt.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
