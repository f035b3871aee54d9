package org.talblatt.widget;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.Messages;

/**
 * The talk as any page may fetch it: {@code /einbettung/{site}/{address}[/{key}]}, both in base 64.
 * Without a cookie, the same for everybody, from memory; what is refused is a fragment too, so that
 * the page that asked can show why.
 */
@Component
class Fragments implements PageRoute {
  // "aHR0c" is how "http" begins in base 64
  private static final Pattern PATH =
      Pattern.compile(
          "/einbettung/([a-z0-9-]{1,40})/(aHR0c[A-Za-z0-9_-]{4,820})(?:/([A-Za-z0-9_-]{1,820}))?");

  private final Sites sites;
  private final EmbeddedTalk talk;
  private final FragmentDrawing drawing;

  Fragments(Sites sites, EmbeddedTalk talk, FragmentDrawing drawing) {
    this.sites = sites;
    this.talk = talk;
    this.drawing = drawing;
  }

  @Override
  public Set<String> queryNames() {
    return Set.copyOf(FragmentDrawing.Part.NAMES);
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith("/einbettung/") && PATH.matcher(path).matches();
  }

  @Override
  public Page render(PageAddress address) {
    Matcher matcher = PATH.matcher(address.path());
    if (!matcher.matches()) {
      throw Failure.notFound();
    }
    FragmentDrawing.Part part = new FragmentDrawing.Part(address.query());
    Set<String> tags = new HashSet<>(Set.of("paper", Sites.TAG + ":" + matcher.group(1)));
    try {
      Site site = sites.find(matcher.group(1)).orElseThrow(Fragments::unknown);
      ForeignPage page = ForeignPage.decoded(site, matcher.group(2), matcher.group(3));
      return page(site, page, part, tags).forOtherHouses();
    } catch (Failure refused) {
      String html = drawing.refusal(refused, part.words(Messages.LANGUAGES.getFirst()));
      return Page.html(refused.kind().status(), html, tags).forOtherHouses();
    }
  }

  private Page page(Site site, ForeignPage page, FragmentDrawing.Part part, Set<String> tags) {
    Optional<ArticleId> begun = talk.find(site.slug(), page);
    tags.add(begun.map(id -> "article:" + id).orElse(page.tag(site.slug())));
    Article article = begun.map(drawing::article).orElseGet(() -> drawing.notYet(site, page));
    FragmentDrawing.Drawn drawn = drawing.draw(article, part, null);
    tags.addAll(drawn.thread().authorTags());
    Page html = Page.html(drawn.html(), tags);
    return begun.isEmpty()
        ? html
        : html.standing(article.id(), drawn.thread().change())
            .until(article.discussion().closesAt())
            .until(drawn.thread().until());
  }

  private static Failure unknown() {
    return Failure.of(Failure.Kind.NOT_FOUND, "widget.site-unknown").typed("site-unknown");
  }
}
