package org.talblatt.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadOrder;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.LetterRequests;
import org.talblatt.identity.Reader;
import org.talblatt.identity.ReaderProfiles;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Comments of another system come in line by line, and each line's mistake is its own. */
class CommentImportTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");

  private final JdbcClient db = paper.door(JdbcClient.class);
  private final ThreadReading reading = paper.door(ThreadReading.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aTalkComesOverWithItsTreeItsStatesAndItsVotes() {
    ArticleId article = TestArticles.publish(paper, "Umgezogen");
    Imports.Heard heard =
        Imports.take(
            paper,
            "a",
            List.of(
                line(article, "1", null, "t1", "Erste **Meinung**", "\"up\":3,\"down\":2"),
                line(article, "2", "1", "t2", "entfernt", "\"state\":\"rejected\",\"up\":1"),
                line(article, "3", "2", "t3", "Antwort auf Entferntes", votes("t1", 1, "t2", -1)),
                line(article, "4", "3", "t1", "wartet", "\"state\":\"held\""),
                line(article, "5", "1", "t1", "zurückgenommen", "\"state\":\"deleted\""),
                line(article, "6", null, "t2", "<script>x</script> und *kursiv*", "\"up\":0")));
    assertThat(heard.said()).isEmpty();
    assertThat(heard.sum()).isEqualTo(new CommentImport.Sum(6, 0, 0, 3));
    List<Comment> comments = reading.page(article, ThreadOrder.OLDEST, 1).comments();
    assertThat(comments).extracting(Comment::number).containsExactly(1, 2, 3, 6);
    assertThat(comments).extracting(Comment::depth).containsExactly(0, 1, 2, 0);
    assertThat(comments).extracting(Comment::up).containsExactly(3, 1, 1, 0);
    assertThat(comments).extracting(Comment::down).containsExactly(2, 0, 1, 0);
    assertThat(comments.get(1).text()).as("a line, without its text").isEmpty();
    assertThat(comments.getFirst().html().html())
        .isEqualTo("<p>Erste <strong>Meinung</strong></p>");
    assertThat(comments.getLast().html().html())
        .isEqualTo("<p>&lt;script&gt;x&lt;/script&gt; und <em>kursiv</em></p>");
    assertThat(comments.getFirst().createdAt()).isEqualTo(Instant.parse("2020-02-03T04:05:06Z"));
    assertThat(Imports.miscounted(paper, article)).isEmpty();
    goesOn(article);
  }

  /** What came over is talked about, rated and moderated like anything else. */
  private void goesOn(ArticleId article) {
    Discussion discussion = paper.door(Discussion.class);
    CommentId first = new CommentId(article, 1);
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    discussion.reply(anna, first, "Heute noch wahr", UUID.randomUUID(), now);
    assertThat(discussion.vote(anna, first, Vote.UP, now).up()).isEqualTo(4);
    assertThat(discussion.vote(anna, first, Vote.NONE, now).up()).isEqualTo(3);
    discussion.publish(new CommentId(article, 4));
    discussion.reject(new CommentId(article, 3));
    assertThat(Imports.miscounted(paper, article)).isEmpty();
  }

  @Test
  void theSameFileAgainTakesOnlyWhatIsNotHereYet() {
    ArticleId article = TestArticles.publish(paper, "Zweimal");
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 450; i++) {
      lines.add(line(article, "r" + i, i < 4 ? null : "r" + (i / 3), "u" + i % 7, "Nr. " + i, ""));
    }
    assertThat(Imports.take(paper, "again", lines.subList(0, 300)).sum().taken()).isEqualTo(300);
    Imports.Heard second = Imports.take(paper, "again", lines);
    assertThat(second.sum()).isEqualTo(new CommentImport.Sum(150, 300, 0, 0));
    assertThat(Imports.take(paper, "again", lines).sum())
        .isEqualTo(new CommentImport.Sum(0, 450, 0, 0));
    assertThat(Imports.miscounted(paper, article)).isEmpty();
    assertThat(count("select count(*) from comment where article = ?", article)).isEqualTo(450);
    assertThat(Imports.take(paper, "other", lines).sum().taken())
        .as("another system may use the same keys")
        .isEqualTo(450);
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndChangesNothing() {
    ArticleId article = TestArticles.publish(paper, "Probe");
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 250; i++) {
      lines.add(
          line(article, "d" + i, i == 1 ? null : "d" + (i - 1), "dry" + i % 3, "Nr. " + i, ""));
    }
    lines.add(line(article, "d251", "nowhere", "dry1", "Waise", ""));
    long accounts = count("select count(*) from account where ? is not null", article);
    Imports.Heard dry = Imports.run(paper, "dry", true, lines);
    assertThat(dry.sum()).isEqualTo(new CommentImport.Sum(250, 0, 1, 0));
    assertThat(count("select count(*) from thread where article = ?", article)).isZero();
    assertThat(count("select count(*) from account where ? is not null", article))
        .isEqualTo(accounts);
    Imports.Heard wet = Imports.take(paper, "dry", lines);
    assertThat(wet.said()).isEqualTo(dry.said());
    assertThat(wet.sum().taken()).isEqualTo(250);
  }

  @Test
  void eachLineThatCannotBeTakenSaysWhyAndTheOthersAreTaken() {
    ArticleId article = TestArticles.publish(paper, "Fehler");
    ArticleId elsewhere = TestArticles.publish(paper, "Anderswo");
    String good = line(article, "g", null, "u", "Gut", "");
    List<String> lines =
        List.of(
            "{\"article\": ",
            "[1]",
            good.replace("\"text\"", "\"txet\""),
            good.replace("\"id\":\"g\"", "\"id\":\"\""),
            good.replace("\"at\":\"2020", "\"at\":\"2099"),
            good.replace("T04:05:06Z", ""),
            line(new ArticleId(987654), "x", null, "u", "Text", ""),
            line(article, "y", "g", "u", "vor dem, worauf er antwortet", ""),
            "",
            good,
            line(elsewhere, "z", "g", "u", "unter einem anderen Artikel", ""),
            line(article, "v", null, "u", "  \u200b ", ""),
            line(article, "w", null, "u", "Text", "\"up\":-1"),
            line(article, "q", null, "u\\u0000", "Text", ""),
            line(article, "s", null, "u", "Text", "\"state\":\"gone\""),
            good);
    Imports.Heard heard = Imports.take(paper, "wrong", lines);
    assertThat(heard.sum()).isEqualTo(new CommentImport.Sum(1, 1, 13, 1));
    assertReasons(heard.said());
  }

  private static void assertReasons(List<String> said) {
    assertThat(said)
        .hasSize(13)
        .containsSubsequence(
            "1 The line is no JSON: it breaks at column 13.",
            "2 The line is no JSON object.",
            "3 There is no field “txet”.",
            "4 “id” is missing.",
            "6 “at” has a value that does not exist.",
            "13 “up” has a value that does not exist.",
            "14 “id” has a value that does not exist.",
            "15 “state” has a value that does not exist.")
        .contains(
            "5 Its time lies in the future.",
            "7 There is no article “987654” that came out.",
            "8 The comment “g” that it answers was not taken; it has to stand before.",
            "11 The comment “g” that it answers stands under another article.",
            "12 The comment is empty. Please write something.");
  }

  @Test
  void whatIsNoTextAtAllIsRefusedAndNotHeld() {
    byte[] latin1 = "{\"text\": \"über\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Imports.run(paper, "bytes", false, latin1).said())
        .containsExactly("1 The line is not UTF-8.");
    byte[] endless = new byte[Lines.LONGEST + 2];
    Arrays.fill(endless, (byte) 'x');
    assertThat(Imports.run(paper, "bytes", false, endless).said())
        .containsExactly("1 The line is longer than 4 MB.");
    ArticleId article = TestArticles.publish(paper, "Mit Marke");
    String marked = "\ufeff" + line(article, "m", null, "u", "Mit BOM", "") + "\r\n";
    assertThat(
            Imports.run(paper, "m", false, marked.getBytes(StandardCharsets.UTF_8)).sum().taken())
        .isEqualTo(1);
  }

  @Test
  void anArticleIsNamedByNumberAddressOrForeignKeyWithItsHeadline() {
    ArticleId article = TestArticles.publish(paper, "Nur einmal, „so“");
    TestArticles.publish(paper, "Doppelt");
    TestArticles.publish(paper, "Doppelt");
    String number = article.toString();
    String address =
        new TestBrowser(paper)
            .get(Links.article(article))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    List<String> lines =
        List.of(
            named("\"/artikel/" + number + "\"", "n1"),
            named("\"" + address + "\"", "n2"),
            named("\"https://elsewhere.example/politik/x-" + number + "\"", "n3"),
            named("{\"key\":\"k\"}", "n4"),
            named("{\"key\":\"k\",\"headline\":\"Nur einmal, „so“\"}", "n5"),
            named("{\"key\":\"j\",\"headline\":\"Doppelt\"}", "n6"),
            named("{\"key\":\"j\",\"headline\":\"Nirgends\"}", "n7"));
    Imports.Heard heard = Imports.take(paper, "named", lines);
    assertThat(heard.sum().taken()).isEqualTo(3);
    assertThat(heard.said()).hasSize(4).noneMatch(said -> said.contains("refused"));
    assertThat(Imports.take(paper, "named", List.of(named("{\"key\":\"k\"}", "n8"))).sum().taken())
        .as("the key is known from now on")
        .isEqualTo(1);
    assertThat(count("select count(*) from comment where article = ?", article)).isEqualTo(4);
  }

  @Test
  void authorsAreWhoTheyAreHereOrGetAnAccountThatNobodyCanEnter() {
    ArticleId article = TestArticles.publish(paper, "Wer schrieb");
    Reader ben = TestReaders.create(paper, "Ben");
    TestReaders.create(paper, "Marta Kofler", Role.EDITOR);
    Imports.Heard heard =
        Imports.take(
            paper,
            "people",
            List.of(
                by(
                    article,
                    "p1",
                    "{\"id\":\"1\",\"name\":\"Wer auch immer\",\"account\":\"Anna\"}"),
                by(
                    article,
                    "p2",
                    "{\"id\":\"2\",\"name\":\"B\",\"email\":\"" + TestReaders.email("Ben") + "\"}"),
                by(article, "p3", "{\"id\":\"3\",\"name\":\"ANNA\"}"),
                by(article, "p4", "{\"id\":\"4\",\"name\":\"Marta_Kofler\"}"),
                by(article, "p5", "{\"id\":\"5\",\"name\":\"☃☃\"}"),
                by(article, "p6", "{\"id\":\"6\",\"name\":\"Neu\",\"account\":\"Niemand\"}"),
                by(article, "p7", "{\"id\":\"1\",\"name\":\"egal\"}")));
    assertThat(heard.sum()).isEqualTo(new CommentImport.Sum(6, 0, 1, 3));
    assertThat(heard.said()).contains("3 ANNA -> ANNA 2", "6 There is no account “Niemand” here.");
    List<Comment> comments = reading.page(article, ThreadOrder.OLDEST, 1).comments();
    assertThat(comments.get(0).author().account()).isEqualTo(anna.account());
    assertThat(comments.get(1).author().account()).isEqualTo(ben.account());
    assertThat(comments.get(5).author().account()).isEqualTo(anna.account());
    assertThat(comments.get(3).author().name())
        .as("no reader may be read as one of the staff")
        .startsWith("Mitglied");
    assertThat(comments.get(4).author().name()).startsWith("Mitglied");
    assertThat(
            count(
                "select count(*) from account where password_hash <> '{none}' and id in"
                    + " (select account from imported_author where source = 'people')"
                    + " and ? is not null",
                article))
        .isZero();
  }

  @Test
  void anImportedAccountIsClaimedByItsMailAddress() {
    ArticleId article = TestArticles.publish(paper, "Abgeholt");
    String person = "{\"id\":\"c\",\"name\":\"Carla\",\"email\":\"carla@example.org\"}";
    assertThat(Imports.take(paper, "claim", List.of(by(article, "c1", person))).sum().taken())
        .isEqualTo(1);
    TestBrowser carla = new TestBrowser(paper);
    assertThat(carla.login("Carla").statusCode()).as("no password fits").isEqualTo(422);
    carla.post("/passwort", "email", "carla@example.org");
    String link = TestMails.await(paper, "carla@example.org").secret();
    assertThat(
            carla
                .post("/passwort/neu", "link", link, "password", TestReaders.PASSWORD)
                .statusCode())
        .isEqualTo(303);
    assertThat(new TestBrowser(paper).login("Carla").statusCode()).isEqualTo(303);
  }

  @Test
  void whoWasErasedStaysErasedWhenTheFileComesAgain() {
    ArticleId article = TestArticles.publish(paper, "Gegangen");
    List<String> lines =
        List.of(
            line(article, "e1", null, "gone", "Eins", ""),
            line(article, "e2", null, "gone", "Zwei", ""),
            line(article, "e3", null, "stays", "Drei", votes("gone", 1)));
    Imports.take(paper, "erased", lines.subList(0, 1));
    Reader gone = named("Import gone");
    paper.door(LetterRequests.class).erase(gone.account(), Leaving.ANONYMOUS);
    Imports.Heard again = Imports.take(paper, "erased", lines);
    assertThat(again.sum()).isEqualTo(new CommentImport.Sum(1, 1, 1, 1));
    assertThat(again.said()).containsExactly("2 Its author has deleted their account here.");
    assertThat(reading.page(article, ThreadOrder.OLDEST, 1).comments().getFirst().author().former())
        .isTrue();
    assertThat(reading.page(article, ThreadOrder.NEWEST, 1).comments().getFirst().up()).isZero();
  }

  private static Reader named(String name) {
    return new Reader(
        paper.door(ReaderProfiles.class).named(name).orElseThrow().account(),
        name,
        "de",
        Set.of(),
        false);
  }

  private long count(String sql, ArticleId article) {
    return db.sql(sql).param(article.value()).query(Long.class).single();
  }

  private static String named(String article, String id) {
    return "{\"article\":%s,\"id\":\"%s\",\"author\":{\"id\":\"n\",\"name\":\"Nina\"},\"at\":\"2021-01-01T00:00:00+01:00\",\"text\":\"Hier\"}"
        .formatted(article, id);
  }

  private static String by(ArticleId article, String id, String author) {
    return "{\"article\":%s,\"id\":\"%s\",\"author\":%s,\"at\":\"2021-01-01T00:00:00+01:00\",\"text\":\"Ich\"}"
        .formatted(article, id, author);
  }

  private static String line(
      ArticleId article,
      String id,
      @Nullable String parent,
      String author,
      String text,
      String further) {
    return "{\"article\":%s,\"id\":\"%s\",%s\"author\":{\"id\":\"%s\",\"name\":\"Import %s\"},\"at\":\"2020-02-03T04:05:06Z\",\"text\":\"%s\"%s}"
        .formatted(
            article,
            id,
            parent == null ? "" : "\"parent\":\"" + parent + "\",",
            author,
            author,
            text,
            further.isEmpty() ? "" : "," + further);
  }

  private static String votes(Object... voters) {
    List<String> votes = new ArrayList<>();
    for (int i = 0; i < voters.length; i += 2) {
      votes.add(
          "{\"author\":{\"id\":\"%s\",\"name\":\"Import %s\"},\"value\":%s}"
              .formatted(voters[i], voters[i], voters[i + 1]));
    }
    return "\"votes\":[" + String.join(",", votes) + "]";
  }
}
