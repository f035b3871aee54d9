package org.talblatt.site;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Contributions;
import org.talblatt.identity.ReaderProfile;
import org.talblatt.platform.text.Times;

/**
 * A reader's public page.
 *
 * @param behind the comment that the page before ended with; null on the first page
 */
public record ReaderView(
    ReaderProfile profile,
    Contributions.Sum sum,
    Stretch stretch,
    @Nullable CommentId behind,
    Times times) {

  /** The first page. */
  public String path() {
    return Links.reader(profile.name());
  }
}
