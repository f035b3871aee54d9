package org.talblatt.site;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.platform.page.Page;

/** What stands at the addresses of an article that was taken back. */
@Component
public class Withdrawn {
  private final ErrorPages errorPages;

  Withdrawn(ErrorPages errorPages) {
    this.errorPages = errorPages;
  }

  /** A page that says so, kept until the article changes; an error where there never was one. */
  public Page page(Failure missing, ArticleId article) {
    if (missing.kind() != Failure.Kind.GONE) {
      throw missing;
    }
    return Page.html(
        missing.kind().status(), errorPages.render(missing), Set.of("article:" + article, "paper"));
  }
}
