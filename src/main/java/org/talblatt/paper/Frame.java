package org.talblatt.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;

/**
 * What stands around a page's content.
 *
 * @param title the document's title, without the paper's name
 * @param description for search engines and shared links; empty where there is none
 * @param canonical the page's own full address; null for personal pages
 * @param edition the day in the masthead; empty on pages that aren't made anew each day
 * @param sections the masthead's line of sections; empty on personal pages
 * @param current the path of the section the page belongs to; empty for none
 * @param card how the page shows where it is shared; null for personal pages
 * @param head further elements of the head (structured data, feeds), made by us
 */
public record Frame(
    Paper paper,
    Messages messages,
    String title,
    String description,
    @Nullable String canonical,
    String edition,
    List<Item> sections,
    String current,
    @Nullable Card card,
    SafeHtml head) {

  /** One link in the masthead. */
  public record Item(String name, String path) {}

  /**
   * Open Graph's view of a page.
   *
   * @param type {@code website} or {@code article}
   * @param image a full address; null where there is no picture
   * @param alternative what the image shows
   */
  public record Card(String type, @Nullable String image, String alternative) {
    /** A page that is no article. */
    public static final Card WEBSITE = new Card("website", null, "");
  }

  /** The frame of a page that belongs to one person or a task: no sections, not for robots. */
  public static Frame plain(Paper paper, Messages messages, String title) {
    return new Frame(paper, messages, title, "", null, "", List.of(), "", null, SafeHtml.EMPTY);
  }

  /** The document's title with the paper's name; the front page has the name alone. */
  public String documentTitle() {
    return title.isEmpty() ? paper.name() : title + " – " + paper.name();
  }

  /** The same frame with the day in its masthead. */
  public Frame ofDay(String day) {
    return new Frame(
        paper, messages, title, description, canonical, day, sections, current, card, head);
  }

  /** The same frame of a page that is shared like this. */
  public Frame sharedAs(Card shared, SafeHtml furtherHead) {
    return new Frame(
        paper,
        messages,
        title,
        description,
        canonical,
        edition,
        sections,
        current,
        shared,
        furtherHead);
  }

  /** The same frame with further elements of the head, made by us. */
  public Frame withHead(SafeHtml further) {
    return new Frame(
        paper, messages, title, description, canonical, edition, sections, current, card, further);
  }
}
