/**
 * Published text and its versions, sections, the order of the front page, who may talk under an
 * article.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "platform", "paper", "picture", "identity"})
package org.talblatt.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
