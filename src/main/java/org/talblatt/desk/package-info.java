/** The editors' screens: inbox, drafts, publishing. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"base", "platform", "paper", "picture", "identity", "article", "wire"})
package org.talblatt.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
