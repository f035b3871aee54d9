package org.talblatt.wire;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * All SQL on providers. There are few and they are asked for with each item, so they are known for
 * a second: so long another node may go by what was agreed before.
 */
@Repository
public class Providers {
  private static final Duration KNOWN = Duration.ofSeconds(1);

  private final JdbcClient db;
  private final LoadingCache<Boolean, Map<String, Provider>> known;

  Providers(JdbcClient db) {
    this.db = db;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(KNOWN)
            .build(
                any ->
                    all().stream().collect(Collectors.toMap(Provider::name, Function.identity())));
  }

  /** What is agreed with this one; the usual, where nothing is. */
  public Provider of(String name) {
    Provider provider = known.get(true).get(name);
    return provider == null ? Provider.unknown(name) : provider;
  }

  /** Whom something is agreed with, by what people call them; as the database has it. */
  public List<Provider> all() {
    return db.sql("select * from wire_provider order by lower(title), name")
        .query(Providers::provider)
        .list();
  }

  /** Who sent something and is not on the list, some of them; found name by name in the index. */
  public List<String> strangers() {
    return db.sql(
            """
            with recursive sender as (
              (select provider from wire_item order by provider limit 1)
              union all
              select (select i.provider from wire_item i where i.provider > s.provider
                order by i.provider limit 1)
              from sender s where s.provider is not null)
            select provider from sender
            where provider is not null and provider <> ''
              and provider not in (select name from wire_provider)
            limit 50
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Puts one on the list; false where the name is taken. */
  public boolean insert(Provider provider) {
    return changed(
        db.sql(
            """
            insert into wire_provider (name, title, credit, section, language, rights, unread)
            values (:name, :title, :credit, :section, :language, :rights, :unread)
            on conflict do nothing
            """),
        provider);
  }

  /** Changes what is agreed; false where there is no such provider. */
  public boolean update(Provider provider) {
    return changed(
        db.sql(
            """
            update wire_provider set title = :title, credit = :credit, section = :section,
              language = :language, rights = :rights, unread = :unread
            where name = :name
            """),
        provider);
  }

  /** Takes one off the list; what they sent stays. False where there is no such provider. */
  public boolean delete(String name) {
    boolean deleted = db.sql("delete from wire_provider where name = ?").param(name).update() == 1;
    forget();
    return deleted;
  }

  private boolean changed(JdbcClient.StatementSpec statement, Provider provider) {
    boolean changed =
        statement
                .param("name", provider.name())
                .param("title", provider.title())
                .param("credit", provider.credit())
                .param("section", provider.section())
                .param("language", provider.language())
                .param("rights", provider.rights())
                .param("unread", provider.unread().name().toLowerCase(Locale.ROOT))
                .update()
            == 1;
    forget();
    return changed;
  }

  private void forget() {
    known.invalidateAll();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              known.invalidateAll();
            }
          });
    }
  }

  private static Provider provider(ResultSet row, int number) throws SQLException {
    return new Provider(
        row.getString("name"),
        row.getString("title"),
        row.getString("credit"),
        row.getString("section"),
        row.getString("language"),
        row.getString("rights"),
        Provider.Unread.valueOf(row.getString("unread").toUpperCase(Locale.ROOT)));
  }
}
