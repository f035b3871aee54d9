package org.talblatt.moderation;

import org.talblatt.identity.Suspensions;

/** Somebody suspended or banned, as moderators see them. */
public record SuspendedView(Suspensions.Suspension suspension, String name) {}
