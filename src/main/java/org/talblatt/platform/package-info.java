/** Database, HTTP, hot pages, jobs, mail and text. Knows no feature's word. */
@NullMarked
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {"base"})
package org.talblatt.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
