/** The demo newspaper, made through the public doors only. */
@NullMarked
@ApplicationModule
package org.talblatt.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
