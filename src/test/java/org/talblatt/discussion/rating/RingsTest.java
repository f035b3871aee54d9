package org.talblatt.discussion.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Rated;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Rings are found, judged and undone, and counts equal a recount all the time. */
class RingsTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader writer = TestReaders.create(paper, "Begünstigte");
  private static final Reader moderator = TestReaders.create(paper, "Moderatorin", Role.MODERATOR);
  private static final String PATH = "/moderation/ringe";

  private final Discussion discussion = paper.door(Discussion.class);
  private final JdbcClient db = paper.door(JdbcClient.class);
  private final Instant now = Clock.systemUTC().instant();
  private final TestBrowser browser = TestBrowser.as(paper, moderator);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aRingIsFoundSetAsideAndPutBackAndNobodyIsNamed() {
    List<Reader> ring = readers("Puppe", 6);
    List<CommentId> targets = new ArrayList<>(comments("Ringstraße", 5));
    targets.addAll(comments("Ringplatz", 4));
    Reader honest = TestReaders.create(paper, "Ehrlich");
    discussion.vote(honest, targets.getFirst(), Vote.UP, "10.1.1.0", now);
    rate(ring, targets, Vote.UP, "192.0.2.0");
    look();
    Element found = only("Ringstraße");
    assertThat(found.text())
        .contains("6 Konten aus demselben Adressblock, 9 gemeinsame Ziele, alle dafür")
        .contains("Begünstigte (9 Kommentare)")
        .contains("+7 −0 +1 −0")
        .doesNotContain("Puppe", "192.0.2");

    HttpResponse<String> refused = browser.post(action(found, "absonderung"), "grund", "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Bitte wähle einen Grund");
    assertThat(counts(targets.getFirst())).isEqualTo("7/0");

    HttpResponse<String> aside = browser.post(action(found, "absonderung"), "grund", "one-person");
    assertThat(browser.follow(aside).body()).contains("zählen nicht mehr mit");
    assertThat(counts(targets.getFirst())).isEqualTo("1/0");
    assertThat(counts(targets.getLast())).isEqualTo("0/0");
    assertRecount();
    look();
    assertThat(found("Ringstraße")).as("not found anew").hasSize(1);
    assertThat(logged()).contains("vote-ring.set-aside one-person; 6 accounts, 9 comments, +54 -0");

    HttpResponse<String> again = browser.post(action(found, "absonderung"), "grund", "arranged");
    assertThat(again.statusCode()).as("somebody was faster").isEqualTo(409);
    assertThat(browser.post(action(found, "ruecknahme")).statusCode()).isEqualTo(303);
    assertThat(counts(targets.getFirst())).isEqualTo("7/0");
    assertRecount();
    assertThat(only("Ringstraße").text()).contains("wartet");
    assertThat(logged()).contains("vote-ring.put-back 6 accounts, 9 comments, +54 -0");
  }

  @Test
  void whoWasSetAsideSeesTheOwnVoteAsGivenAndCountsForNothingHoweverOftenChanged() {
    List<Reader> ring = readers("Schatten", 5);
    List<CommentId> targets = comments("Schattenseite", 6);
    rate(ring, targets, Vote.DOWN, "198.51.100.0");
    look();
    browser.post(action(only("Schattenseite"), "absonderung"), "grund", "arranged");
    CommentId first = targets.getFirst();
    TestBrowser one = TestBrowser.as(paper, ring.getFirst());
    ArticleId article = first.article();
    assertThat(one.get("/ich/artikel/" + article).body())
        .contains("\"" + first.number() + "\" : -1");
    assertThat(one.get("/konto/bewertungen").body()).contains("zählt nicht mit");
    for (Vote vote : List.of(Vote.UP, Vote.NONE, Vote.DOWN, Vote.UP)) {
      assertThat(discussion.vote(ring.getFirst(), first, vote, "198.51.100.0", now))
          .isEqualTo(new Rated(0, 0, vote));
      assertRecount();
    }
    CommentId elsewhere = comments("Sonnenseite", 1).getFirst();
    assertThat(discussion.vote(ring.getFirst(), elsewhere, Vote.UP, "198.51.100.0", now).up())
        .as("what is not the ring's counts")
        .isEqualTo(1);
    browser.post(action(only("Schattenseite"), "ruecknahme"));
    assertThat(counts(first)).as("as it stands now").isEqualTo("1/4");
    assertRecount();
  }

  @Test
  void votingWhileARingIsSetAsideAndPutBackNeverMakesACountWrong() throws Exception {
    List<Reader> ring = readers("Eile", 5);
    List<CommentId> targets = comments("Eilmeldung", 6);
    rate(ring, targets, Vote.UP, "203.0.113.0");
    look();
    long id = Long.parseLong(only("Eilmeldung").id().substring("ring-".length()));
    List<Callable<Void>> writers = new ArrayList<>();
    for (Reader reader : ring) {
      writers.add(
          () -> {
            for (int i = 0; i < 20; i++) {
              Vote vote = List.of(Vote.UP, Vote.DOWN, Vote.NONE).get(i % 3);
              discussion.vote(reader, targets.get(i % 6), vote, "203.0.113.0", now);
            }
            return null;
          });
    }
    writers.add(
        () -> {
          for (int i = 0; i < 8; i++) {
            browser.post(PATH + "/" + id + "/absonderung", "grund", "automated");
            browser.post(PATH + "/" + id + "/ruecknahme");
          }
          return null;
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    }
    assertRecount();
  }

  @Test
  void ordinaryReadersOfOneNetworkAreNotEvenLookedAt() {
    List<Reader> readers = readers("Bahnfahrerin", 30);
    CommentId popular = comments("Im Zug gelesen", 1).getFirst();
    rate(readers, List.of(popular), Vote.UP, "100.64.0.0");
    look();
    assertThat(found("Im Zug gelesen")).isEmpty();
    assertThat(counts(popular)).isEqualTo("30/0");
  }

  @Test
  void aHarmlessRingStaysCountedAndIsNotFoundAgainByTheSameVotes() {
    List<Reader> ring = readers("Verein", 5);
    List<CommentId> targets = comments("Vereinsfest", 7);
    rate(ring, targets, Vote.UP, "10.7.7.0");
    look();
    browser.post(action(only("Vereinsfest"), "entwarnung"));
    look();
    assertThat(only("Vereinsfest").text()).contains("Entwarnung");
    assertThat(counts(targets.getFirst())).isEqualTo("5/0");
    List<CommentId> later = comments("Vereinsfest, zweiter Tag", 6);
    rate(ring, later, Vote.UP, "10.7.7.0");
    look();
    assertThat(found("Vereinsfest, zweiter Tag")).as("new votes are looked at anew").hasSize(1);
  }

  @Test
  void aVoteKeepsAKeyedHashOfItsAddressBlockForFourteenDays() {
    CommentId comment = comments("Vierzehn Tage", 1).getFirst();
    Reader anna = TestReaders.create(paper, "Anna");
    TestBrowser.as(paper, anna).post(Links.comment(comment) + "/bewertung", "wert", "1");
    Reader ben = TestReaders.create(paper, "Ben");
    TestBrowser.as(paper, ben)
        .json(
            "PUT", "/api/v1/articles/" + comment.article() + "/comments/1/vote", "{\"value\": -1}");
    assertThat(blocks(comment)).as("two hashes, the same").hasSize(1).doesNotContain("");
    db.sql("update vote set voted_at = now() - interval '14 days' where article = ?")
        .param(comment.article().value())
        .update();
    paper.run("rating-forget");
    assertThat(blocks(comment)).containsExactly("");
    assertThat(counts(comment)).isEqualTo("1/1");
  }

  @Test
  void whoModeratesOneSectionOrNoneDoesNotSeeThem() {
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Leserin"));
    assertThat(reader.get(PATH).statusCode()).isEqualTo(403);
    TestBrowser publisher =
        TestBrowser.as(paper, TestReaders.create(paper, "Herausgeber", Role.PUBLISHER));
    assertThat(publisher.get(PATH).statusCode()).isEqualTo(200);
    assertThat(publisher.post(PATH + "/1/entwarnung").statusCode()).isEqualTo(403);
  }

  private List<Reader> readers(String name, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> TestReaders.create(paper, name + " " + i))
        .toList();
  }

  private List<CommentId> comments(String headline, int many) {
    ArticleId article = TestArticles.publish(paper, headline);
    return IntStream.range(0, many)
        .mapToObj(
            i ->
                discussion
                    .post(writer, article, "Meinung " + i, UUID.randomUUID(), now)
                    .comment()
                    .id())
        .toList();
  }

  private void rate(List<Reader> readers, List<CommentId> targets, Vote vote, String block) {
    for (Reader reader : readers) {
      targets.forEach(target -> discussion.vote(reader, target, vote, block, now));
    }
  }

  private static void look() {
    paper.run("rating-rings-of-a-block");
    paper.run("rating-rings-anywhere");
  }

  private List<Element> found(String headline) {
    HttpResponse<String> page = browser.get(PATH);
    assertThat(page.statusCode()).isEqualTo(200);
    return Jsoup.parse(page.body()).select("li.case").stream()
        .filter(ring -> !ring.select("a:containsOwn(" + headline + " #)").isEmpty())
        .toList();
  }

  private Element only(String headline) {
    List<Element> found = found(headline);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static String action(Element ring, String verdict) {
    return PATH + "/" + ring.id().substring("ring-".length()) + "/" + verdict;
  }

  private String counts(CommentId id) {
    return db.sql("select up || '/' || down from comment where article = ? and number = ?")
        .params(id.article().value(), id.number())
        .query(String.class)
        .single();
  }

  private List<@Nullable String> blocks(CommentId id) {
    return db.sql("select distinct coalesce(encode(block, 'hex'), '') from vote where article = ?")
        .param(id.article().value())
        .query(String.class)
        .list();
  }

  private List<@Nullable String> logged() {
    return db.sql("select what || ' ' || details from audit_entry where subject like 'vote-ring %'")
        .query(String.class)
        .list();
  }

  private void assertRecount() {
    assertThat(
            db.sql(
                    """
                    select c.article || '-' || c.number from comment c left join counted_vote v
                      on v.article = c.article and v.number = c.number
                    group by c.article, c.number, c.up, c.down
                    having c.up <> count(*) filter (where v.value = 1)
                      or c.down <> count(*) filter (where v.value = -1)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}
