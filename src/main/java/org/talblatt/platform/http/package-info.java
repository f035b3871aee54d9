/**
 * What every answer over HTTP shares: headers, cross-site guard, failures as pages or problem
 * details.
 */
@NullMarked
package org.talblatt.platform.http;

import org.jspecify.annotations.NullMarked;
