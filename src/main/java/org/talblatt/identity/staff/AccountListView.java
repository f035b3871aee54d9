package org.talblatt.identity.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Times;

/**
 * A page of the list of accounts.
 *
 * @param next where the next ones are; null at the end
 */
public record AccountListView(
    AccountFilter filter, List<AccountFiles.Row> rows, @Nullable String next, Times times) {}
