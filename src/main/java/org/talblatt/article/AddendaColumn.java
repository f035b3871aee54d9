package org.talblatt.article;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@link Addenda} in the one statement that reads an article. */
final class AddendaColumn {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String OTHER =
      """
      json_build_object('id', b.id, 'path', '/' || b.section || '/' || b.slug || '-' || b.id,
        'headline', b.headline, 'kind', r.kind, 'person', r.person,
        'at', greatest(b.published_at, b.embargo_until))""";

  /** Of the article {@code a}. */
  static final String SQL =
      """
      json_build_object(
        'corrections', coalesce((
          select json_agg(json_build_object('at', greatest(c.at, a.published_at),
            'note', c.note) order by c.id)
          from article_correction c where c.article = a.id and not c.hidden), '[]'),
        'replies', coalesce((
          select json_agg(%1$s order by b.published_at, b.id)
          from article_reply r join reachable_article b on b.id = r.reply
          where r.original = a.id), '[]'),
        'answers', (
          select %1$s from article_reply r join reachable_article b on b.id = r.original
          where r.reply = a.id))"""
          .formatted(OTHER);

  private AddendaColumn() {}

  static Addenda read(@Nullable String json) {
    return json == null ? Addenda.NONE : JSON.readValue(json, Addenda.class);
  }
}
