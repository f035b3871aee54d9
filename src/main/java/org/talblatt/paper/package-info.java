/** The title itself: its name, zone, languages and the frame around every page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "platform"})
package org.talblatt.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
