package org.talblatt.identity.passkey;

import org.talblatt.platform.text.Times;

/**
 * One passkey on its own page.
 *
 * @param lastOfStaff whether who works for the paper has no other second factor beside it
 */
public record PasskeyView(Passkey passkey, Times times, boolean lastOfStaff) {}
