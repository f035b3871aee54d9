package org.talblatt.widget;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;

/**
 * What a token says about the page where its reader is. Each part may be missing, and none that is
 * missing is made up for by what the page says of itself: that is the reader's word.
 *
 * @param address null where the token names none
 * @param key the site's own for the page; null where the address is what tells it apart
 * @param headline null where the token names none; counts only together with one of the others,
 *     else it would be good for any page
 */
record SignedPage(@Nullable String address, @Nullable String key, @Nullable String headline) {
  static final SignedPage NONE = new SignedPage(null, null, null);

  static SignedPage of(@Nullable String address, @Nullable String key, @Nullable String headline) {
    String own = filled(key);
    boolean somewhere = address != null || own != null;
    return new SignedPage(address, own, somewhere ? filled(headline) : null);
  }

  Pass.Signed parts() {
    return new Pass.Signed(address != null, headline != null);
  }

  /**
   * The page from which somebody writes, at the signed address where there is one.
   *
   * @throws Failure FORBIDDEN where the token is for another page, or names the page by its address
   *     only and the page has a key: whose talk that key opens, nobody signed
   */
  ForeignPage confirm(Site site, ForeignPage page) {
    if (address == null && key == null) {
      return page;
    }
    ForeignPage signed = ForeignPage.of(site, address == null ? page.address() : address, key);
    if (!signed.key().equals(page.key())) {
      boolean keyed = key == null && page.keyed();
      throw Failure.of(Failure.Kind.FORBIDDEN, keyed ? "widget.token-key" : "widget.token-page")
          .typed("sign-on");
    }
    return signed;
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
