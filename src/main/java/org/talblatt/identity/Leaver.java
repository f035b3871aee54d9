package org.talblatt.identity;

import org.talblatt.base.AccountId;

/**
 * Somebody who leaves.
 *
 * @param nobody the account that from now on stands for them where a row must name one; the same
 *     for everybody who left without their name
 */
public record Leaver(AccountId account, Leaving way, AccountId nobody) {}
