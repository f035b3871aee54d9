package org.talblatt.identity.profile;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.platform.page.PageChanges;

/** What a reader may say of themselves without asking anybody. */
@Component
class OwnProfile {
  private final Profiles profiles;
  private final PageChanges pages;

  OwnProfile(Profiles profiles, PageChanges pages) {
    this.profiles = profiles;
    this.pages = pages;
  }

  /**
   * Says who they are.
   *
   * @param hidden whether the public page shows nothing
   * @throws Failure for who is suspended and says something else
   */
  @Transactional
  public void describe(Reader reader, ProfileLine line, boolean hidden) {
    if (reader.suspended() && !line.value().equals(profiles.of(reader.account()).line())) {
      throw Failure.invalid("line", "profile.suspended");
    }
    profiles.describe(reader.account(), line, hidden);
    pages.changed("reader:" + reader.account());
  }

  /** The language of the account's pages and mails. */
  @Transactional
  public void setLanguage(Reader reader, String language) {
    profiles.setLanguage(reader.account(), language);
  }
}
