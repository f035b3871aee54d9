package org.talblatt.discussion.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.SecurityHeaders;
import org.talblatt.platform.stream.Streams;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestListener;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What those hear who have an article open, on two nodes. */
class LiveTalkTest {
  private static final TestPaper paper = TestPaper.start();
  private static final TestPaper second = TestPaper.start(paper.database());
  private static final Reader ng = TestReaders.create(paper, "N.G.");
  private static final Reader leser = TestReaders.create(paper, "Leser");

  private final Discussion discussion = paper.door(Discussion.class);

  @AfterAll
  static void stop() {
    second.close();
    paper.close();
  }

  @Test
  void whoListensIsToldWhereTheTalkStandsAndThenWhatComes() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Gehört");
    post(article, "Schon da");
    try (TestListener listener = listen(paper, article)) {
      assertThat(listener.status()).isEqualTo(200);
      assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
      assertThat(listener.header("Cache-Control")).contains("no-store");
      assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");
      SecurityHeaders.ALL.forEach(
          (name, value) -> assertThat(listener.header(name)).isEqualTo(value));
      assertThat(listener.header("Set-Cookie")).isEmpty();
      assertThat(Integer.parseInt(listener.said("retry: ").getFirst())).isBetween(2000, 8000);
      assertThat(listener.said("data: ").getFirst())
          .contains("\"change\":1", "\"last\":1", "\"count\":1", "1 Kommentar auf „Gehört“");
      post(article, "Neu");
      listener.awaits("\"number\":2,\"what\":\"new\",\"by\":\"N.G.\"");
      listener.awaits("2 Kommentare auf „Gehört“");
      assertThat(listener.said("id: ").getLast()).isEqualTo("2");
    }
  }

  @Test
  void everybodyHearsOfItOnEveryNode() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Auf allen Knoten");
    List<TestListener> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(listen(i % 2 == 0 ? paper : second, article));
    }
    post(article, "Für alle");
    for (TestListener listener : all) {
      listener.awaits("\"number\":1,\"what\":\"new\"");
      listener.close();
    }
    Eventually.until(
        "nobody is left", () -> !paper.door(Streams.class).heard("article:" + article));
  }

  @Test
  void anEventIsOneStatementForAllListenersAndABurstIsOneEvent() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Viele auf einmal");
    List<TestListener> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.add(listen(paper, article));
    }
    List<String> asked =
        Statements.during(
            paper,
            () -> {
              for (int i = 0; i < 10; i++) {
                post(article, "Nummer " + i);
              }
              awaits(all.getFirst(), "\"last\":10");
            });
    long readings = asked.stream().filter(sql -> sql.contains("unnest(cast(")).count();
    // the first one at once, the others together
    assertThat(readings).isBetween(1L, 3L);
    for (TestListener listener : all) {
      listener.awaits("\"last\":10");
      assertThat(listener.said("data: ")).hasSizeLessThanOrEqualTo(4);
      listener.close();
    }
  }

  @Test
  void whatNobodyListensToCostsNoStatement() {
    ArticleId article = TestArticles.publish(paper, "Ungehört");
    List<String> asked = Statements.during(paper, () -> post(article, "Ins Leere"));
    assertThat(asked).noneMatch(sql -> sql.contains("unnest(cast("));
  }

  @Test
  void onlyWhatReadersMaySeeIsTold() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Sichtbar oder nicht");
    CommentId first = post(article, "Bleibt nicht");
    CommentId second = post(article, "Wird angehalten");
    try (TestListener listener = listen(paper, article)) {
      discussion.reject(first);
      listener.awaits("\"number\":1,\"what\":\"gone\",\"by\":null");
      discussion.hold(second, "rule");
      listener.awaits("\"number\":2,\"what\":\"gone\"");
      listener.awaits("Noch keine Kommentare auf „Sichtbar oder nicht“");
      discussion.publish(second);
      listener.awaits("\"number\":2,\"what\":\"new\"");
      discussion.edit(ng, second, null, "Anders gesagt", Clock.systemUTC().instant());
      listener.awaits("\"number\":2,\"what\":\"edited\"");
      assertThat(listener.said("data: ")).noneMatch(data -> data.contains("angehalten"));
    }
  }

  @Test
  void countsOfVotesFollowQuietly() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Bewertet");
    CommentId comment = post(article, "Gut");
    try (TestListener listener = listen(paper, article)) {
      discussion.vote(leser, comment, Vote.UP, Clock.systemUTC().instant());
      listener.awaits("\"votes\":[{\"number\":1,\"up\":1,\"down\":0}]");
      assertThat(listener.said("data: ").getLast()).contains("\"changes\":[]", "\"change\":1");
    }
  }

  @Test
  void whoComesAMomentLaterHearsWhatTheirPageDoesNotShowYet() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Später gekommen");
    try (TestListener first = listen(paper, article)) {
      post(article, "Zwischen Seite und Verbindung");
      first.awaits("\"number\":1");
      try (TestListener late = listen(paper, article)) {
        assertThat(late.said("data: ").getFirst()).contains("\"number\":1,\"what\":\"new\"");
      }
    }
  }

  @Test
  void aWithdrawnArticleEndsTheStreamAndIsHeardOfNoMore() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Wird zurückgezogen");
    try (TestListener here = listen(paper, article);
        TestListener there = listen(second, article)) {
      paper.door(Publishing.class).withdraw(article);
      for (TestListener listener : List.of(here, there)) {
        Eventually.until("hung up", listener::over);
        assertThat(listener.said("event: ")).containsExactly("end");
      }
    }
    try (TestListener again = TestListener.ask(paper.url("/artikel/" + article + "/ereignisse"))) {
      assertThat(again.status()).isEqualTo(404);
    }
  }

  @Test
  void whatHasComeInIsDrawnOnceForAllWhoWantToSeeIt() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Für tausend");
    for (int i = 1; i <= 23; i++) {
      post(article, "Nummer " + i);
    }
    discussion.hold(new CommentId(article, 22), "rule");
    String address = "/artikel/" + article + "/kommentare/stueck?ab=21";
    TestBrowser anybody = new TestBrowser(paper);
    List<String> first = Statements.during(paper, () -> anybody.get(address));
    assertThat(first).as("article, counters, comments").hasSizeLessThanOrEqualTo(4);
    assertThat(Statements.during(paper, () -> anybody.get(address + "&stand=9"))).isEmpty();
    Document drawn = Jsoup.parse(anybody.get(address).body());
    assertThat(drawn.select(".talk-stretch > [data-number]").eachAttr("data-number"))
        .containsExactly("21", "23");
    assertThat(drawn.select(".talk-stretch").attr("data-change")).isEqualTo("24");
    assertThat(drawn.select("html > head > *")).isEmpty();
    reply(new CommentId(article, 23), "Gleich darunter");
    assertThat(Jsoup.parse(anybody.get(address).body()).select("[data-parent=23]")).hasSize(1);
  }

  @Test
  void stretchesHaveFixedBordersAndAWithdrawnArticleHasNone() {
    ArticleId article = TestArticles.publish(paper, "Fest geschnitten");
    post(article, "Eins");
    TestBrowser anybody = new TestBrowser(paper);
    String address = "/artikel/" + article + "/kommentare/stueck";
    for (String odd : List.of("", "?ab=", "?ab=2", "?ab=0", "?ab=-19", "?ab=1e9", "?ab=x")) {
      assertThat(anybody.get(address + odd).statusCode()).as(odd).isEqualTo(404);
    }
    assertThat(anybody.get(address + "?ab=1").statusCode()).isEqualTo(200);
    assertThat(anybody.get(address + "?ab=999999981").statusCode()).isEqualTo(200);
    paper.door(Publishing.class).withdraw(article);
    assertThat(anybody.get(address + "?ab=1").statusCode()).isEqualTo(410);
  }

  @Test
  void whatIsNoArticleIsHeardNowhere() throws Exception {
    try (TestListener nothing = TestListener.ask(paper.url("/artikel/999999/ereignisse"))) {
      assertThat(nothing.status()).isEqualTo(404);
      assertThat(nothing.header("Cache-Control")).isEqualTo("no-store");
    }
    assertThat(paper.door(Streams.class).heard("article:999999")).isFalse();
  }

  private static TestListener listen(TestPaper node, ArticleId article) throws Exception {
    return TestListener.open(node.url("/artikel/" + article + "/ereignisse"));
  }

  private static void awaits(TestListener listener, String text) {
    try {
      listener.awaits(text);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void reply(CommentId parent, String text) {
    discussion.reply(ng, parent, text, UUID.randomUUID(), Clock.systemUTC().instant());
  }

  private CommentId post(ArticleId article, String text) {
    return discussion
        .post(ng, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }
}
