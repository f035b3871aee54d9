package org.talblatt.identity.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Times;

/**
 * The invitations that wait, and the form for another.
 *
 * @param email typed into the form
 * @param language chosen in it
 * @param roles ticked in it, as words
 * @param note what was just done; null for nothing
 * @param problem why it couldn't be; null for nothing
 */
public record InvitationListView(
    List<Invitation> open,
    List<AccountFiles.Section> sections,
    String email,
    String language,
    List<String> roles,
    @Nullable String note,
    @Nullable String problem,
    Times times) {}
