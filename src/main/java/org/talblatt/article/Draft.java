package org.talblatt.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.PictureId;
import org.talblatt.platform.text.SafeHtml;

/**
 * Everything an editor or an agency can say of an article; the door checks it.
 *
 * @param discussion who may talk under it when it comes out; null = as its section begins. A
 *     correction changes nothing of it, see {@link Publishing#discuss}.
 * @param embargoUntil a hard floor under publication; null = none
 */
public record Draft(
    String section,
    String headline,
    String kicker,
    String subhead,
    String teaser,
    String byline,
    String credit,
    String dateline,
    SafeHtml body,
    String language,
    String correctionNote,
    @Nullable PictureId picture,
    List<String> topics,
    int weight,
    @Nullable DiscussionRules discussion,
    @Nullable Instant embargoUntil) {}
