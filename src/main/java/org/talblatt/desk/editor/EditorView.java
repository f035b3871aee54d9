package org.talblatt.desk.editor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.ArticleSteps;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Section;
import org.talblatt.picture.Picture;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * The editor's page.
 *
 * @param may whether who looks at it may write
 * @param own what is in the form: a working copy of theirs, or what was just typed; null where it
 *     is the article as it is stored
 * @param sections those that they may write in, and the one where it stands
 * @param notices who else is there and what they did
 * @param agencyEmbargo below which nobody here may go; null = none
 * @param refused what could not be read, null where nothing was refused
 */
public record EditorView(
    NewsroomArticles.Row article,
    boolean may,
    EditorForm form,
    int basis,
    int revision,
    @Nullable Instant own,
    List<Section> sections,
    List<String> languages,
    List<String> topics,
    List<Picture> pictures,
    List<NewsroomArticles.Row> related,
    List<String> notices,
    List<ArticleSteps.Taken> steps,
    List<Link> links,
    @Nullable Instant agencyEmbargo,
    boolean killed,
    String appears,
    String note,
    @Nullable Refused refused,
    @Nullable String done,
    Messages words,
    Times times) {

  /** An address under which somebody outside may read it. */
  public record Link(long id, String address, Instant expiresAt) {}

  /**
   * @param field the form's field; empty where it is none
   */
  public record Refused(String field, String why) {}

  /** What is wrong with a field; null where nothing is. */
  public @Nullable String problemOf(String field) {
    return refused != null && refused.field().equals(field) ? refused.why() : null;
  }
}
