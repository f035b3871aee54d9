import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.Application;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Sessions;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.db.EmbeddedDatabase;
import org.talblatt.platform.text.ArticleHtml;

/**
 * Readers with sessions and articles to talk under, on the running demo's database; writes {@code
 * page} (the article with 12 comments), {@code tokens} and {@code articles} into a folder.
 */
class Prepare {
  private static final int READERS = 800;
  private static final int ARTICLES = 50;
  private static final int PROLIFIC = 10_000;
  private static final int PROLIFIC_ARTICLES = 2_000;

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Path out = Path.of(args[2]);
    var settings = SettingValues.of(Map.of("data", args[0], "port", args[1]), true);
    try (ConfigurableApplicationContext beans =
        Application.startWithoutServer(settings, EmbeddedDatabase.running(data))) {
      Files.writeString(out.resolve("page"), pageWithTwelveComments(beans));
      Files.write(out.resolve("tokens"), tokens(beans));
      Files.write(
          out.resolve("articles"),
          articles(beans, "Messung ", ARTICLES).stream().map(ArticleId::toString).toList());
      prolific(beans);
    }
  }

  private static String pageWithTwelveComments(ConfigurableApplicationContext beans) {
    return beans
        .getBean(JdbcClient.class)
        .sql(
            """
            select a.section, a.slug, a.id from public_article a join thread t on t.article = a.id
            where t.published_count = 12 order by a.credit = 'APA/dpa' desc, a.id limit 1
            """)
        .query(
            (row, n) ->
                Links.article(row.getString(1), row.getString(2), new ArticleId(row.getLong(3))))
        .single();
  }

  private static List<String> tokens(ConfigurableApplicationContext beans) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      AccountId account =
          beans
              .getBean(Registration.class)
              .create(
                  NewAccount.withoutPassword("Messleser" + i, "bench" + i + "@example.org"),
                  Set.of());
      tokens.add(beans.getBean(Sessions.class).open(account, "bench", false).secret());
    }
    return tokens;
  }

  /**
   * Somebody who has written ten thousand comments in two thousand threads, for the export of all
   * their data and their leaving.
   */
  private static void prolific(ConfigurableApplicationContext beans) {
    AccountId account =
        beans
            .getBean(Registration.class)
            .create(
                NewAccount.withoutPassword("Vielschreiber", "viel@example.org"), Set.of());
    Reader reader = new Reader(account, "Vielschreiber", "de", Set.of(), false);
    Discussion discussion = beans.getBean(Discussion.class);
    for (ArticleId article : articles(beans, "Viel geschrieben ", PROLIFIC_ARTICLES)) {
      for (int i = 0; i < PROLIFIC / PROLIFIC_ARTICLES; i++) {
        discussion.post(
            reader, article, "Kommentar Nummer " + i, UUID.randomUUID(), Instant.now());
      }
    }
  }

  private static List<ArticleId> articles(
      ConfigurableApplicationContext beans, String headline, int count) {
    String section =
        beans
            .getBean(JdbcClient.class)
            .sql("select slug from section order by position limit 1")
            .query(String.class)
            .single();
    List<ArticleId> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(
          beans
              .getBean(Publishing.class)
              .publish(
                  new Draft(
                      section,
                      headline + i,
                      "",
                      "",
                      "",
                      "",
                      "",
                      "",
                      ArticleHtml.clean("<p>Ein Absatz.</p>"),
                      "de",
                      "",
                      null,
                      List.of(),
                      0,
                      DiscussionRules.OPEN,
                      null),
                  null,
                  Instant.now()));
    }
    return ids;
  }
}
