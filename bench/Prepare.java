import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.Application;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.NewAccount;
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

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Path out = Path.of(args[2]);
    var settings = SettingValues.of(Map.of("data", args[0], "port", args[1]), true);
    try (ConfigurableApplicationContext beans =
        Application.startWithoutServer(settings, EmbeddedDatabase.running(data))) {
      Files.writeString(out.resolve("page"), pageWithTwelveComments(beans));
      Files.write(out.resolve("tokens"), tokens(beans));
      Files.write(out.resolve("articles"), articles(beans));
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

  private static List<String> articles(ConfigurableApplicationContext beans) {
    String section =
        beans
            .getBean(JdbcClient.class)
            .sql("select slug from section order by position limit 1")
            .query(String.class)
            .single();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      ids.add(
          beans
              .getBean(Publishing.class)
              .publish(
                  new Draft(
                      section,
                      "Messung " + i,
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
                  Instant.now())
              .toString());
    }
    return ids;
  }
}
