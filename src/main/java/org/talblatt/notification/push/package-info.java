/**
 * Notifications on a device (web push: RFC 8030, 8291, 8292): only after its reader switched it on
 * there, only to the services that the settings name, encrypted so that these can't read them.
 */
@NullMarked
package org.talblatt.notification.push;

import org.jspecify.annotations.NullMarked;
