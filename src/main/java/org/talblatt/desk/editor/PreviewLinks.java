package org.talblatt.desk.editor;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.platform.KeyedHash;

/**
 * Addresses under which somebody outside of the newsroom may read what isn't out yet, with all SQL
 * of them. Nobody can guess one: it ends in a hash that only this paper makes.
 */
@Repository
class PreviewLinks implements PersonalData {
  static final String PATH = "/vorschau/";
  private static final Duration LASTS = Duration.ofDays(7);
  private static final String PURPOSE = "preview-link";
  private static final Pattern KEY = Pattern.compile("([1-9][0-9]{0,17})-([0-9a-f]{64})");

  private final JdbcClient db;
  private final KeyedHash hash;
  private final Clock clock;

  PreviewLinks(JdbcClient db, KeyedHash hash, Clock clock) {
    this.db = db;
    this.hash = hash;
    this.clock = clock;
  }

  /** One that still leads somewhere. */
  record Link(long id, String path, Instant expiresAt) {}

  void make(ArticleId article, AccountId editor) {
    Instant now = clock.instant();
    db.sql(
            """
            insert into preview_link (article, editor, made_at, expires_at) values (?, ?, ?, ?)
            """)
        .params(
            article.value(),
            editor.value(),
            now.atOffset(ZoneOffset.UTC),
            now.plus(LASTS).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those of an article that still lead somewhere. */
  List<Link> of(ArticleId article) {
    return db.sql(
            "select id, expires_at from preview_link where article = ? and expires_at > ? order by id")
        .params(article.value(), clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Link(
                    row.getLong(1), PATH + key(row.getLong(1)), row.getTimestamp(2).toInstant()))
        .list();
  }

  void end(ArticleId article, long id) {
    db.sql("delete from preview_link where article = ? and id = ?")
        .params(article.value(), id)
        .update();
  }

  /** The article that a key opens. */
  Optional<ArticleId> opened(String typed) {
    Matcher matcher = KEY.matcher(typed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long id = Long.parseLong(matcher.group(1));
    if (!MessageDigest.isEqual(hashed(id), HexFormat.of().parseHex(matcher.group(2)))) {
      return Optional.empty();
    }
    return db.sql("select article from preview_link where id = ? and expires_at > ?")
        .params(id, clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .optional();
  }

  private String key(long id) {
    return id + "-" + HexFormat.of().formatHex(hashed(id));
  }

  private byte[] hashed(long id) {
    return hash.of(PURPOSE, Long.toString(id));
  }

  @Override
  public Set<String> columns() {
    return Set.of("preview_link.editor");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "preview-links",
        "editor.data-links",
        rows ->
            db.sql("select article, made_at from preview_link where editor = ? order by id")
                .param(account.value())
                .query(
                    (RowCallbackHandler)
                        row ->
                            rows.accept(
                                new PersonalRecord()
                                    .with("article", "leaving.data-article", row.getLong(1))
                                    .with(
                                        "madeAt",
                                        "leaving.data-created",
                                        row.getTimestamp(2).toInstant()))));
  }

  @Override
  public boolean erase(Leaver leaver) {
    db.sql("update preview_link set editor = null where editor = ?")
        .param(leaver.account().value())
        .update();
    return false;
  }
}
