/** Tests of the platform. */
@NullMarked
package org.talblatt.platform.jobs;

import org.jspecify.annotations.NullMarked;
