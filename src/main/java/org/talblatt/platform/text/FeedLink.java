package org.talblatt.platform.text;

import org.springframework.web.util.HtmlUtils;

/** The element of a page's head by which programs find the page's feed. */
public final class FeedLink {
  private FeedLink() {}

  /** The head with the element behind it. */
  public static SafeHtml after(SafeHtml head, String title, String path) {
    return new SafeHtml(
        head.html()
            + "\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\""
            + HtmlUtils.htmlEscape(title, "UTF-8")
            + "\" href=\""
            + HtmlUtils.htmlEscape(path, "UTF-8")
            + "\">");
  }
}
