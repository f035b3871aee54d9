package org.talblatt.discussion.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.ArticleId;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.IgnoredReaders;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which names are offered behind an @. */
class NamesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final ArticleId article = TestArticles.publish(paper, "Namen");

  private final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoTalksHereComesFirstAndNamesWithDotsSpacesAndUmlautsAreFound() {
    Reader last = TestReaders.create(paper, "Öl-Baron Zacharias");
    TestReaders.create(paper, "Oldemar");
    TestReaders.create(paper, "O.l.e");
    talk(last);
    assertThat(names(anna, "öl")).containsExactly("Öl-Baron Zacharias", "Oldemar");
    assertThat(names(anna, "OL")).containsExactly("Öl-Baron Zacharias", "Oldemar");
    assertThat(names(anna, "Öl-Baron Z")).containsExactly("Öl-Baron Zacharias");
    assertThat(names(anna, "o.l")).containsExactly("O.l.e");
  }

  @Test
  void whoTalksHereIsFoundBehindAnyNumberOfOthers() {
    db.sql(
            """
            insert into account (name, name_key, email, email_key, name_look, password_hash, state)
            select 'Viele ' || n, :key || n, 'v' || n || '@example.org', 'v' || n || '@example.org',
              'look ' || n, '', 'active'
            from generate_series(1000, 1400) n
            """)
        .param("key", AccountName.key("Viele"))
        .update();
    talk(TestReaders.create(paper, "Vielezuletzt"));
    assertThat(names(anna, "viele")).hasSize(8).doesNotHaveDuplicates().startsWith("Vielezuletzt");
  }

  @Test
  void nobodyIsOfferedWhoIsHiddenIgnoredSuspendedGoneOrOneself() {
    Reader qa = TestReaders.create(paper, "Quirin A");
    Reader qb = TestReaders.create(paper, "Quirin B");
    Reader qc = TestReaders.create(paper, "Quirin C");
    Reader qd = TestReaders.create(paper, "Quirin D");
    TestReaders.create(paper, "Quirin E");
    set(qb, "profile_hidden = true");
    set(qc, "state = 'suspended'");
    set(qd, "state = 'closed'");
    assertThat(names(anna, "quirin")).containsExactly("Quirin A", "Quirin E");
    paper.door(IgnoredReaders.class).add(anna.account(), qa.account());
    assertThat(names(anna, "quirin")).containsExactly("Quirin E");
    assertThat(names(qa, "quirin")).containsExactly("Quirin E");
  }

  @Test
  void whatOnlyLooksAlikeOrIsTooShortOrNonsenseFindsNobody() {
    TestReaders.create(paper, "mamba001");
    assertThat(names(anna, "mam")).containsExactly("mamba001");
    assertThat(names(anna, "rn")).as("the beginning of what an m looks like").isEmpty();
    for (String nobody : List.of("m", "", " ", ".", "%", "__", "\0\0", "ma\\", "x".repeat(1_000))) {
      assertThat(names(anna, nobody)).as(nobody).isEmpty();
    }
    assertThat(names(anna, "ma\uD800mba")).as("a broken character is none").hasSizeLessThan(2);
  }

  @Test
  void onlyReadersAreAnsweredNotInAnyNumberAndWithOneStatement() {
    assertThat(ask(new TestBrowser(paper), "ma").statusCode()).isEqualTo(401);
    Reader busy = TestReaders.create(paper, "Fleißige");
    TestBrowser browser = TestBrowser.as(paper, busy);
    List<String> asked = Statements.during(paper, () -> ask(browser, "ma"));
    assertThat(asked).as("session, names").hasSizeLessThanOrEqualTo(2);
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(ask(browser, "ma").statusCode());
    }
    assertThat(answers).startsWith(200, 200, 200).contains(429);
  }

  @Test
  void aBeginningIsLookedUpInItsIndexWhateverTheCollation() {
    String plan =
        new TransactionTemplate(paper.door(PlatformTransactionManager.class))
            .execute(
                status -> {
                  // as on a large table
                  db.sql("set local enable_seqscan = off").update();
                  db.sql("set local enable_sort = off").update();
                  return String.join(
                      "\n",
                      db.sql("explain " + Names.BEGINNING)
                          .param("article", article.value())
                          .param("recent", 5_000)
                          .param("key", "ab")
                          .param("end", "ac")
                          .param("reader", anna.account().value())
                          .param("most", 300)
                          .query((row, n) -> row.getString(1))
                          .list());
                });
    assertThat(plan).contains("account_by_beginning", "comment_pkey");
    assertThat(plan).doesNotContain("Seq Scan on account", "Seq Scan on comment");
  }

  private static void talk(Reader reader) {
    paper
        .door(Discussion.class)
        .post(reader, article, "Hier", UUID.randomUUID(), Clock.systemUTC().instant());
  }

  private void set(Reader reader, String what) {
    db.sql("update account set " + what + " where id = ?").param(reader.account().value()).update();
  }

  private static List<String> names(Reader reader, String beginning) {
    HttpResponse<String> answer = ask(TestBrowser.as(paper, reader), beginning);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode names = JsonMapper.builder().build().readTree(answer.body()).get("names");
    return names.valueStream().map(JsonNode::asString).toList();
  }

  private static HttpResponse<String> ask(TestBrowser browser, String beginning) {
    String encoded = URLEncoder.encode(beginning, StandardCharsets.UTF_8);
    return browser.send(
        browser
            .request("/artikel/" + article + "/namen?anfang=" + encoded)
            .setHeader("Accept", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .GET());
  }
}
