package org.talblatt.desk.front;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Article;
import org.talblatt.article.FrontEdition;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.Times;

/**
 * The front page's screen.
 *
 * @param edition what is worked on: what is prepared, else what was published last
 * @param pins what stands on top, in order
 * @param candidates what could
 * @param search the words that candidates were looked for by; empty for the newest
 * @param may whether who looks at it may change it
 * @param wrong the field that was refused; empty where none was
 */
public record FrontView(
    FrontEdition edition,
    List<Pinned> pins,
    List<Article> candidates,
    String search,
    LineForm line,
    boolean may,
    String wrong,
    @Nullable String problem,
    Instant now,
    Times times) {

  /**
   * A story on top.
   *
   * @param out whether readers can see it already
   */
  public record Pinned(
      ArticleId id, String headline, String path, @Nullable Instant until, boolean out) {}

  /** Whether it differs from what was published. */
  public boolean prepared() {
    return edition.liveAt() == null;
  }

  /** When it comes out, where that was decided and is still ahead. */
  public @Nullable Instant ahead() {
    Instant liveAt = edition.liveAt();
    return liveAt != null && liveAt.isAfter(now) ? liveAt : null;
  }

  /** Whether anything was ever published. */
  public boolean known() {
    return edition.number() > 0;
  }

  public boolean first(Pinned pin) {
    return pins.getFirst().equals(pin);
  }

  public boolean last(Pinned pin) {
    return pins.getLast().equals(pin);
  }

  /** The sentence beside a field that was refused; null for the others. */
  public @Nullable String problemOf(String field) {
    return wrong.equals(field) ? problem : null;
  }

  public String text() {
    return line.text();
  }

  public String article() {
    return line.article();
  }

  public String until() {
    return line.until();
  }

  /** Whether a line of breaking news stands in it. */
  public boolean breaking() {
    return edition.plan().breaking() != null;
  }
}
