package org.talblatt.desk.editor;

import java.util.List;
import org.talblatt.base.ArticleId;

/**
 * What has to be chosen.
 *
 * @param version the article's version that the choice is made against
 * @param by who stored it; empty where a rule did
 */
public record ConflictView(
    ArticleId id, String headline, int version, String by, List<FormMerge.Conflict> conflicts) {}
