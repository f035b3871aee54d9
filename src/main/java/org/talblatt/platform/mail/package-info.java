/** Outgoing mail: queued with the transaction, sent over SMTP or written as .eml files. */
@NullMarked
package org.talblatt.platform.mail;

import org.jspecify.annotations.NullMarked;
