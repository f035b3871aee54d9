package org.talblatt.discussion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Curation;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What editors do to a comment: no more answers, to the top, a badge, what it said before. */
class CurationTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final Reader editor = TestReaders.create(paper, "Redakteurin", Role.EDITOR);
  private static final Reader moderator = TestReaders.create(paper, "Moni", Role.MODERATOR);
  private static final TestBrowser newsroom = TestBrowser.as(paper, editor);

  private final Discussion discussion = paper.door(Discussion.class);
  private final Curation curation = paper.door(Curation.class);
  private final Actor by = Actor.of(editor.account(), "test");
  private final Instant now = Clock.systemUTC().instant();
  private final ArticleId article = TestArticles.publish(paper, "Kuratiert");
  private final CommentId root = post(anna, "Wurzel");
  private final CommentId answer = reply(root, "Antwort");

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whereAnswersAreOverNothingIsAddedBelowAndAllStaysReadable() {
    CommentId deep = reply(answer, "Tief");
    act(root, "antworten", "zu");
    for (CommentId closed : List.of(root, answer, deep)) {
      assertThatThrownBy(() -> reply(closed, "Doch noch"))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("rules.replies-closed");
    }
    Document page = page();
    assertThat(page.select(".comment-text").eachText()).contains("Wurzel", "Antwort", "Tief");
    assertThat(page.select("#kommentar-2 .comment-reply")).isEmpty();
    assertThat(page.select("#kommentar-2 .comment-no-answers").text())
        .isEqualTo("Antworten geschlossen");
    post(ben, "Ein anderer Faden geht");
    HttpResponse<String> refused =
        TestBrowser.as(paper, ben).post(Links.comment(deep) + "/antworten", "text", "Mein Text");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Mein Text");
    act(root, "antworten", "auf");
    reply(deep, "Jetzt wieder");
  }

  @Test
  void whatIsClosedByItselfStaysSoWhenTheBranchIsOpened() {
    curation.closeReplies(editor, answer, by);
    curation.closeReplies(moderator, root, by);
    assertThatThrownBy(() -> curation.openReplies(editor, answer, by))
        .hasMessageContaining("rules.closed-above");
    curation.openReplies(editor, root, by);
    reply(root, "Oben geht es");
    assertThatThrownBy(() -> reply(answer, "Unten nicht"))
        .hasMessageContaining("rules.replies-closed");
    assertThat(curation.closed(article)).containsExactly(answer.number());
  }

  @Test
  void noAnswerSlipsInWhileTheBranchIsClosed() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> running =
          IntStream.range(0, 8)
              .mapToObj(
                  i -> CompletableFuture.runAsync(() -> tryReply(answer, "Rennen " + i), threads))
              .toList();
      curation.closeReplies(editor, root, by);
      running.forEach(CompletableFuture::join);
    }
    List<Comment> below =
        paper
            .door(ThreadReading.class)
            .page(article, org.talblatt.discussion.ThreadOrder.OLDEST, 1)
            .comments();
    assertThat(below).allMatch(Comment::repliesClosed);
  }

  @Test
  void aTextKeptForAClosedBranchWaitsAsOneOfItsOwn() {
    TestBrowser browser = new TestBrowser(paper);
    Reader late = TestReaders.withPassword(paper, "Spätzünder");
    HttpResponse<String> wall =
        browser.post(Links.comment(root) + "/antworten", "text", "Aufgehoben");
    curation.closeReplies(editor, root, by);
    browser.post(
        "/anmelden",
        "login",
        late.name(),
        "password",
        TestReaders.PASSWORD,
        "text",
        TestBrowser.field(wall, "text"));
    String view = browser.get(Links.personalView(article)).body();
    assertThat(Jsoup.parse(view).select("form.write").size()).isPositive();
  }

  @Test
  void badgesSayWhoWroteTheArticleAndWhomItNames() {
    ArticleId own = byline("Von Redakteurin und Gast");
    postUnder(own, editor, "Ich habe das geschrieben");
    postUnder(own, anna, "Ich komme darin vor");
    postUnder(own, moderator, "Ich passe auf");
    assertThat(badges(own)).containsExactly("Moderation", "", "hat den Artikel geschrieben");
    HttpResponse<String> given =
        newsroom.post(Links.talkRules(own) + "/personen", "name", "anna", "kennzeichen", "named");
    assertThat(given.statusCode()).isEqualTo(303);
    assertThat(badges(own))
        .containsExactly("Moderation", "im Artikel genannt", "hat den Artikel geschrieben");
    newsroom.post(Links.talkRules(own) + "/personen/" + anna.account() + "/entzug");
    assertThat(badges(own)).containsExactly("Moderation", "", "hat den Artikel geschrieben");
    HttpResponse<String> unknown =
        newsroom.post(
            Links.talkRules(own) + "/personen", "name", "Niemand", "kennzeichen", "named");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("value=\"Niemand\"");
  }

  @Test
  void moderatorsSeeEveryVersionAndEditorsDont() {
    CommentId edited = post(anna, "Der Rat tagt am Montag <b>");
    discussion.edit(anna, edited, 1, "Der Rat tagt am Dienstag <b>", now);
    TestBrowser moderating = TestBrowser.as(paper, moderator);
    Document page = Jsoup.parse(moderating.get(Links.curation(edited)).body());
    assertThat(page.select(".rules-diff del").text()).isEqualTo("entfernt: Montag");
    assertThat(page.select(".rules-diff ins").text()).isEqualTo("hinzugefügt: Dienstag");
    assertThat(page.select(".rules-diff").getLast().wholeText())
        .isEqualTo("Der Rat tagt am Montag <b>");
    assertThat(newsroom.get(Links.curation(edited)).body()).doesNotContain("Montag");
    discussion.reject(edited);
    assertThat(newsroom.get(Links.curation(edited)).statusCode()).isEqualTo(404);
    assertThat(moderating.get(Links.curation(edited)).body()).contains("Montag");
    assertThat(TestBrowser.as(paper, anna).get(Links.curation(edited)).statusCode()).isEqualTo(403);
  }

  @Test
  void threeStandAtTheTopAndAnEditedOneNoLonger() {
    CommentId mine = post(anna, "Noch nicht geändert");
    act(mine, "hervorhebung", "1");
    act(root, "hervorhebung", "1");
    act(answer, "hervorhebung", "1");
    HttpResponse<String> full =
        newsroom.post(Links.curation(post(ben, "Vierter")) + "/hervorhebung", "wert", "1");
    assertThat(full.statusCode()).isEqualTo(409);
    assertThat(full.body()).contains("Mehr als 3 Kommentare");
    assertThat(page().select(".talk-comments .badge-pinned")).hasSize(3);
    discussion.edit(anna, mine, 1, "Etwas ganz anderes", now);
    assertThat(curation.pinned(article)).containsExactly(answer.number(), root.number());
    discussion.reject(answer);
    assertThat(curation.pinned(article)).containsExactly(root.number());
    act(root, "hervorhebung", "0");
    assertThat(curation.pinned(article)).isEmpty();
  }

  @Test
  void overAllPagesInEveryOrderEachCommentStandsOnceAndCopiesOnlyAtTheTopOfTheFirst() {
    for (int i = 0; i < 110; i++) {
      post(i % 2 == 0 ? anna : ben, "Nummer " + i + " " + "lang ".repeat(i % 40));
    }
    CommentId far = new CommentId(article, 60);
    act(far, "hervorhebung", "1");
    act(answer, "hervorhebung", "1");
    for (String order : List.of("neueste", "aelteste", "beste", "meistdiskutiert")) {
      List<String> seen = new ArrayList<>();
      Document page = open(Links.personalView(article) + "?sortierung=" + order);
      assertThat(page.select("[data-pinned]").eachAttr("data-pinned"))
          .containsExactly(String.valueOf(answer.number()), "60");
      for (int pages = 1; ; pages++) {
        seen.addAll(page.select(".talk-comments .comment").eachAttr("data-number"));
        Element next = page.selectFirst(".talk-more");
        if (next == null) {
          assertThat(pages).isGreaterThan(1);
          break;
        }
        page = open(next.attr("href"));
        assertThat(page.select("[data-pinned]")).isEmpty();
      }
      assertThat(seen).as(order).doesNotHaveDuplicates().hasSize(112);
    }
  }

  @Test
  void theAuthorsNameInACopyFollowsToo() {
    act(root, "hervorhebung", "1");
    assertThat(page().select(".talk-pinned").text())
        .contains("Von der Redaktion hervorgehoben", "Anna", "Wurzel", "Kommentar #1");
    discussion.vote(ben, root, Vote.UP, now);
    discussion.delete(anna, root);
    assertThat(page().select(".talk-pinned")).isEmpty();
  }

  @Test
  void whatWasOutOfSightComesBackInItsPlaceOnly() {
    CommentId third = post(anna, "Drei");
    for (CommentId each : List.of(root, answer, third)) {
      act(each, "hervorhebung", "1");
    }
    discussion.reject(answer);
    CommentId fourth = post(anna, "Vier");
    act(fourth, "hervorhebung", "1");
    discussion.publish(answer);
    assertThat(page().select("[data-pinned]").eachAttr("data-pinned"))
        .containsExactlyInAnyOrder(
            String.valueOf(fourth.number()),
            String.valueOf(third.number()),
            String.valueOf(root.number()));
    discussion.publish(root);
    assertThat(curation.pinned(article)).as("it never went").contains(root.number());
  }

  private Document open(String path) {
    return Jsoup.parse(TestBrowser.as(paper, ben).get(path.replaceFirst("#.*", "")).body());
  }

  private void act(CommentId id, String what, String value) {
    assertThat(newsroom.post(Links.curation(id) + "/" + what, "wert", value).statusCode())
        .isEqualTo(303);
  }

  private void tryReply(CommentId parent, String text) {
    try {
      reply(parent, text);
    } catch (Failure closed) {
      assertThat(closed.key()).isEqualTo("rules.replies-closed");
    }
  }

  private static ArticleId byline(String byline) {
    var draft = TestArticles.draft("Mit Autorin", DiscussionRules.OPEN);
    return paper
        .door(Publishing.class)
        .publish(TestArticles.withByline(draft, byline), null, Clock.systemUTC().instant());
  }

  private static List<String> badges(ArticleId id) {
    return Jsoup.parse(
            new TestBrowser(paper).follow(new TestBrowser(paper).get(Links.article(id))).body())
        .select(".comment-head")
        .stream()
        .map(head -> head.select(".badge").text())
        .toList();
  }

  private Document page() {
    TestBrowser anybody = new TestBrowser(paper);
    return Jsoup.parse(anybody.follow(anybody.get(Links.article(article))).body());
  }

  private CommentId post(Reader who, String text) {
    return postUnder(article, who, text);
  }

  private CommentId postUnder(ArticleId id, Reader who, String text) {
    return discussion.post(who, id, text, UUID.randomUUID(), now).comment().id();
  }

  private CommentId reply(CommentId parent, String text) {
    return discussion.reply(ben, parent, text, UUID.randomUUID(), now).comment().id();
  }
}
