/**
 * The administration's screens: accounts and their rights, invitations of staff, the audit log, who
 * may what.
 */
@NullMarked
package org.talblatt.identity.staff;

import org.jspecify.annotations.NullMarked;
