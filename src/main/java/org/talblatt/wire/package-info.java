/** Agency formats, read into one WireItem; identity, versions, embargo, kill. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "platform", "paper", "picture"})
package org.talblatt.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
