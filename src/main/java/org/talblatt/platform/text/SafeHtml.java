package org.talblatt.platform.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * HTML that came out of our sanitiser or our templates. Made in this package only; a reader's or an
 * agency's raw text is a String, so the two can't be mixed up.
 */
public final class SafeHtml implements Content {
  /** Nothing. */
  public static final SafeHtml EMPTY = new SafeHtml("");

  private final String html;

  SafeHtml(String html) {
    this.html = html;
  }

  /** HTML that was made safe before it was stored by us; for row mappers only. */
  public static SafeHtml stored(String html) {
    return new SafeHtml(html);
  }

  public String html() {
    return html;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return html.isEmpty();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(html);
  }

  @Override
  public boolean isEmptyContent() {
    return html.isEmpty();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof SafeHtml that && that.html.equals(html);
  }

  @Override
  public int hashCode() {
    return html.hashCode();
  }

  @Override
  public String toString() {
    return html;
  }
}
