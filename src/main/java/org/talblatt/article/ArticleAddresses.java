package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;

/** Where everything stands that the public may see: an address and little more, for machines. */
@Repository
public class ArticleAddresses {
  private static final String SELECT =
      """
      select id, section, slug, headline, language, published_at, updated_at from public_article
      """;

  private final JdbcClient db;

  ArticleAddresses(JdbcClient db) {
    this.db = db;
  }

  /** One article's. */
  public record Address(
      String path, String headline, String language, Instant publishedAt, Instant updatedAt) {}

  /** Those with numbers from {@code first} to {@code last}, newest number first. */
  public List<Address> numbered(long first, long last) {
    return db.sql(SELECT + "where id between ? and ? order by id desc")
        .params(first, last)
        .query((row, n) -> address(row))
        .list();
  }

  /** Those that came out since, newest first. */
  public List<Address> since(Instant moment, int most) {
    return db.sql(SELECT + "where published_at > ? order by published_at desc, id desc limit ?")
        .params(Timestamp.from(moment), most)
        .query((row, n) -> address(row))
        .list();
  }

  /** The highest number of an article that the public may see; 0 for none. */
  public long highest() {
    return db.sql("select coalesce(max(id), 0) from public_article").query(Long.class).single();
  }

  private static Address address(ResultSet row) throws SQLException {
    ArticleId id = new ArticleId(row.getLong("id"));
    return new Address(
        Links.article(row.getString("section"), row.getString("slug"), id),
        row.getString("headline"),
        row.getString("language"),
        row.getTimestamp("published_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
