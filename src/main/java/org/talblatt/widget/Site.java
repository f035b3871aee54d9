package org.talblatt.widget;

import java.util.List;
import java.util.Optional;

/**
 * A house on whose pages our talk may stand.
 *
 * @param slug its name in addresses and in tokens
 * @param origins where its pages are
 * @param section whose rules hold for the talk
 * @param queryNames parameters that make another page
 * @param pagesSigned a talk begins only under pages that a signed token names
 * @param signOn by what its tokens are signed
 */
record Site(
    String slug,
    String name,
    List<String> origins,
    String section,
    List<String> queryNames,
    boolean pagesSigned,
    SignOnKey signOn) {

  /** Whether pages of this origin may show the talk and write. */
  boolean allows(String origin) {
    return origins.contains(origin);
  }

  /** The origin as it stands in the list; empty for any other. */
  Optional<Origin> origin(String typed) {
    return Origin.parse(typed).filter(found -> allows(found.value()));
  }

  /** The cache tag of its fragments. */
  String tag() {
    return "widget:" + slug;
  }
}
