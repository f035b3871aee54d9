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
 * @param sections the masthead's line of sections; empty on personal pages
 * @param current the path of the section the page belongs to; empty for none
 * @param head further elements of the head (structured data, feeds), made by us
 */
public record Frame(
    Paper paper,
    Messages messages,
    String title,
    String description,
    @Nullable String canonical,
    List<Item> sections,
    String current,
    SafeHtml head) {

  /** One link in the masthead. */
  public record Item(String name, String path) {}

  /** The frame of a page that belongs to one person or a task: no sections, not for robots. */
  public static Frame plain(Paper paper, Messages messages, String title) {
    return new Frame(paper, messages, title, "", null, List.of(), "", SafeHtml.EMPTY);
  }
}
