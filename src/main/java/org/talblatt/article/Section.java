package org.talblatt.article;

import org.talblatt.base.Links;

/** A department of the paper; its slug is the first segment of its articles' addresses. */
public record Section(String slug, String name, int position, String language) {
  public String path() {
    return Links.section(slug);
  }
}
