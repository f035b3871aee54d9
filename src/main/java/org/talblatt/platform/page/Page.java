package org.talblatt.platform.page;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;

/**
 * A public page as rendered: the same bytes for every reader.
 *
 * @param body the document, not yet encoded
 * @param location where a 301 or 302 leads, else null
 * @param tags what it shows ({@code article:812}, {@code section:politik}, {@code home}, {@code
 *     account:17}): a change to one of them purges it
 * @param validUntil the earliest moment at which something on it changes by the clock; null = never
 * @param standing which change of which thread it shows; null where it shows no thread
 * @param foreign whether pages of other houses may read it, by script too: there is nothing
 *     personal in it, and no cookie counts
 */
public record Page(
    int status,
    String contentType,
    String body,
    @Nullable String location,
    Set<String> tags,
    @Nullable Instant validUntil,
    @Nullable Standing standing,
    boolean foreign) {

  /** A thread's change number, as read with the page: the page shows that change and all before. */
  record Standing(ArticleId article, long changeNumber) {}

  private static final String HTML = "text/html;charset=utf-8";
  private static final String SCRIPT = "text/javascript;charset=utf-8";

  /** A page that was found. */
  public static Page html(String body, Set<String> tags) {
    return new Page(200, HTML, body, null, Set.copyOf(tags), null, null, false);
  }

  /** A page for this status, with a body that says so. */
  public static Page html(int status, String body, Set<String> tags) {
    return new Page(status, HTML, body, null, Set.copyOf(tags), null, null, false);
  }

  /** A document that is no HTML. */
  public static Page document(String contentType, String body, Set<String> tags) {
    return new Page(200, contentType, body, null, Set.copyOf(tags), null, null, false);
  }

  /** The page has moved for good. */
  public static Page moved(String location, Set<String> tags) {
    return new Page(301, HTML, "", location, Set.copyOf(tags), null, null, false);
  }

  /** A script at an address that never changes, for pages of other houses. */
  public static Page script(String body, Set<String> tags) {
    return new Page(200, SCRIPT, body, null, Set.copyOf(tags), null, null, true);
  }

  /** The same page, readable from pages of other houses. */
  public Page forOtherHouses() {
    return new Page(status, contentType, body, location, tags, validUntil, standing, true);
  }

  /** What was asked for is elsewhere this time; not kept. */
  public static Page elsewhere(String location) {
    return new Page(302, HTML, "", location, Set.of(), null, null, false);
  }

  /** The same page, gone stale at this moment; null leaves it as it is. */
  public Page until(@Nullable Instant moment) {
    return moment == null || (validUntil != null && validUntil.isBefore(moment))
        ? this
        : new Page(status, contentType, body, location, tags, moment, standing, foreign);
  }

  /** The same page, showing a thread up to this change (see {@link Stand}). */
  public Page standing(ArticleId article, long changeNumber) {
    Standing shown = new Standing(article, changeNumber);
    return new Page(status, contentType, body, location, tags, validUntil, shown, foreign);
  }
}
