/** Pictures: originals, renditions, how they are served. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "platform", "paper"})
package org.talblatt.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
