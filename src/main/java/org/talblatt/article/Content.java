package org.talblatt.article;

import java.util.List;
import org.talblatt.base.ArticleId;

/**
 * Everything that an editor writes in an article: what it says, and what else there is to read.
 *
 * @param related in the order in which readers see them
 */
public record Content(Draft draft, List<ArticleId> related) {}
