/**
 * Whether our mails arrive: addresses that mail comes back from, and what the mail server and the
 * domain's records lack.
 */
@NullMarked
package org.talblatt.identity.mailcheck;

import org.jspecify.annotations.NullMarked;
