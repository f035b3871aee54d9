/**
 * Public and personal pages that combine features: home, section, article with its thread, the
 * overlay.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base",
      "platform",
      "paper",
      "identity",
      "picture",
      "article",
      "discussion"
    })
package org.talblatt.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
