package org.talblatt.picture;

import org.talblatt.base.PictureId;

/**
 * A stored picture.
 *
 * @param alternative what it shows, for those who can't see it
 */
public record Picture(
    PictureId id, int width, int height, String caption, String credit, String alternative) {}
