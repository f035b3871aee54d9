package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.wire.Ingested.Outcome;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireList;

/** Agency items become articles, are corrected, are killed. */
class DeskTest {
  private static final TestPaper paper = TestPaper.start();
  private static @Nullable Reader editor;
  private final Wire wire = paper.door(Wire.class);
  private final Desk desk = paper.door(Desk.class);
  private final Deliveries deliveries = paper.door(Deliveries.class);
  private final Articles articles = paper.door(Articles.class);
  private final ArticlesOnFile onFile = paper.door(ArticlesOnFile.class);
  private final Publishing publishing = paper.door(Publishing.class);

  @BeforeAll
  static void newsroom() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 2, "de"));
    AccountId account =
        paper
            .door(Registration.class)
            .create(
                NewAccount.withoutPassword("Redaktion", "desk@example.org"), Set.of(Role.EDITOR));
    editor = new Reader(account, "Redaktion", "de", Set.of(Role.EDITOR), false);
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anItemWaitsUntilAnEditorPublishesItIntoTheSectionOfItsDesk() {
    WireEntry entry = deliver("urn:wartet", 1, 0, 0, "usable", "Chor sucht Stimmen").entry();
    assertThat(entry.state()).isEqualTo(WireEntry.State.INBOX);
    ArticleId id = desk.publish(entry.id(), null, editor());
    Article article = articles.published(id).orElseThrow();
    assertThat(article.section().slug()).isEqualTo("kultur");
    assertThat(article.credit()).isEqualTo("dpa");
    assertThat(article.dateline()).isEqualTo("Bozen");
    assertThat(article.body().html()).isEqualTo("<p>Text zu Chor sucht Stimmen.</p>");
    assertThat(article.topics()).isEmpty();
    assertThat(wire.find(entry.id()).orElseThrow().state()).isEqualTo(WireEntry.State.TAKEN);
    assertThatThrownBy(() -> desk.publish(entry.id(), null, editor())).isInstanceOf(Failure.class);
  }

  @Test
  void theSameFileAgainChangesNothing() {
    assertThat(deliver("urn:doppelt", 1, 0, 0, "usable", "Einmal").outcome())
        .isEqualTo(Outcome.NEW);
    WireEntry before = entry("urn:doppelt");
    assertThat(deliver("urn:doppelt", 1, 0, 0, "usable", "Einmal").outcome())
        .isEqualTo(Outcome.REPEATED);
    assertThat(entry("urn:doppelt")).isEqualTo(before);
  }

  @Test
  void anUpdateReplacesTheTextAtTheSameAddressAndTellsWhatWasCorrected() {
    Delivered.Item first = publish("urn:neu", 1, 0, 0, "usable", "Erste Fassung");
    ArticleId id = article(first);
    Delivered.Item second = deliver("urn:neu", 2, 5, 5, "usable", "Zweite Fassung");
    assertThat(second.outcome()).isEqualTo(Outcome.UPDATED);
    Article article = articles.published(id).orElseThrow();
    assertThat(article.headline()).isEqualTo("Zweite Fassung");
    assertThat(article.correctionNote()).isEqualTo("Name berichtigt");
    assertThat(article.version()).isEqualTo(2);
    assertThat(deliver("urn:neu", 1, 0, 9, "usable", "Nachzügler").outcome())
        .isEqualTo(Outcome.LATE);
    assertThat(articles.published(id).orElseThrow()).isEqualTo(article);
  }

  @Test
  void whereSomebodyWorkedOnTheTextAnUpdateWaitsForAnEditor() {
    ArticleId id = article(publish("urn:lokal", 1, 0, 0, "usable", "Von der Agentur"));
    ArticlesOnFile.OnFile present = onFile.find(id).orElseThrow();
    publishing.correct(
        id, 1, TestArticles.withHeadline(present.draft(), "Von uns"), editor().account());
    deliver("urn:lokal", 2, 5, 5, "usable", "Neu von der Agentur");
    assertThat(articles.published(id).orElseThrow().headline()).isEqualTo("Von uns");
    WireEntry waiting = entry("urn:lokal");
    assertThat(waiting.updateWaits()).isTrue();
    assertThat(wire.list(WireList.INBOX, null, 100)).contains(waiting);
    assertThat(desk.publish(waiting.id(), null, editor())).isEqualTo(id);
    assertThat(articles.published(id).orElseThrow().headline()).isEqualTo("Neu von der Agentur");
    deliver("urn:lokal", 3, 6, 6, "usable", "Noch neuer");
    assertThat(articles.published(id).orElseThrow().headline()).isEqualTo("Noch neuer");
  }

  @Test
  void anEditorMayKeepTheOwnVersion() {
    ArticleId id = article(publish("urn:eigen", 1, 0, 0, "usable", "Von der Agentur"));
    Draft ours = TestArticles.withHeadline(onFile.find(id).orElseThrow().draft(), "Bleibt von uns");
    publishing.correct(id, 1, ours, editor().account());
    deliver("urn:eigen", 2, 5, 5, "usable", "Neu von der Agentur");
    desk.discard(entry("urn:eigen").id(), "", editor());
    assertThat(articles.published(id).orElseThrow().headline()).isEqualTo("Bleibt von uns");
    assertThat(entry("urn:eigen").updateWaits()).isFalse();
    deliver("urn:eigen", 3, 6, 6, "usable", "Noch neuer");
    assertThat(entry("urn:eigen").updateWaits()).isTrue();
    deliver("urn:eigen", 4, 7, 7, "canceled", "Noch neuer");
    assertThat(articles.published(id)).isEmpty();
  }

  @Test
  void aCancelTakesTheArticleOffAndALateVersionCantBringItBack() {
    ArticleId id = article(publish("urn:kill", 1, 0, 0, "usable", "Falsch"));
    assertThat(deliver("urn:kill", 3, 9, 9, "canceled", "Falsch").outcome())
        .isEqualTo(Outcome.CANCELED);
    assertThat(articles.published(id)).isEmpty();
    assertThat(articles.missing(id).kind()).isEqualTo(Failure.Kind.GONE);
    assertThat(publish("urn:kill", 2, 5, 5, "usable", "Spät").outcome()).isEqualTo(Outcome.LATE);
    assertThat(articles.published(id)).isEmpty();
    Delivered.Item revived = publish("urn:kill", 4, 20, 20, "usable", "Nun richtig");
    assertThat(revived.entry().state()).isEqualTo(WireEntry.State.INBOX);
    assertThat(revived.entry().revived()).isTrue();
    ArticleId again = desk.publish(revived.entry().id(), "politik", editor());
    assertThat(again).isNotEqualTo(id);
    assertThat(articles.missing(id).kind()).isEqualTo(Failure.Kind.GONE);
  }

  @Test
  void aCancelOfSomethingNeverSeenKeepsItsLateFirstVersionOut() {
    deliver("urn:ungesehen", 2, 5, 5, "canceled", "Nie da");
    assertThat(publish("urn:ungesehen", 1, 0, 0, "usable", "Nie da").path()).isNull();
    assertThat(entry("urn:ungesehen").publishable()).isFalse();
  }

  @Test
  void whatIsHeldBackCantBePublishedUntilItIsUsable() {
    WireEntry held = deliver("urn:gesperrt", 1, 0, 0, "withheld", "Noch nicht").entry();
    assertThatThrownBy(() -> desk.publish(held.id(), null, editor())).isInstanceOf(Failure.class);
    Delivered.Item free = publish("urn:gesperrt", 2, 5, 5, "usable", "Jetzt");
    assertThat(free.path()).isNotNull();
    ArticleId id = article(free);
    deliver("urn:gesperrt", 3, 6, 6, "withheld", "Doch nicht");
    assertThat(articles.published(id)).isEmpty();
  }

  @Test
  void anEmbargoHoldsWhatIsPublished() {
    byte[] file =
        OwnWire.bytes(
            OwnWire.text("digitalwires.json")
                .replace("\"embargoed\": null", "\"embargoed\": \"2099-01-01T00:00:00+01:00\""));
    Delivered.Item item = deliveries.deliver(file, "a", null, true).items().getFirst();
    ArticleId id = article(item);
    assertThat(articles.published(id)).isEmpty();
    assertThat(onFile.find(id).orElseThrow().draft().body().html()).contains("© Muster-infocom");
  }

  @Test
  void wordsToTheNewsroomGoToTheTickerAndAreNeverPublished() {
    byte[] file =
        OwnWire.bytes(
            OwnWire.text("digitalwires.json")
                .replace("000002", "000003")
                .replace("dpatextgenre:1\"", "dpatextgenre:32\""));
    Delivered.Item item = deliveries.deliver(file, "a", null, true).items().getFirst();
    assertThat(item.path()).isNull();
    assertThat(wire.list(WireList.TICKER, null, 100)).contains(item.entry());
    assertThat(wire.list(WireList.INBOX, null, 100)).doesNotContain(item.entry());
  }

  @Test
  void aRefusedFileIsKeptWithItsReasonAndCanBeTriedAgain() {
    Delivered refused = deliveries.deliver(OwnWire.bytes("<newsItem><x>"), "kaputt", null, true);
    assertThat(Objects.requireNonNull(refused.refusal()).key())
        .isEqualTo("wire.refused.not-well-formed");
    assertThat(wire.refused(10)).anyMatch(file -> file.id() == refused.file());
    assertThat(wire.retry(refused.file())).isInstanceOf(org.talblatt.wire.Ingested.Refused.class);
  }

  @Test
  void aDiscardedItemStaysAwayWhenANewVersionComes() {
    WireItemId id = deliver("urn:weg", 1, 0, 0, "usable", "Unwichtig").entry().id();
    desk.discard(id, "haben wir selbst", editor());
    publish("urn:weg", 2, 5, 5, "usable", "Immer noch");
    assertThat(entry("urn:weg").state()).isEqualTo(WireEntry.State.DISCARDED);
  }

  @Test
  void twoProvidersMayUseTheSameGuid() {
    byte[] file = OwnWire.version("urn:gleich", 1, 0, 0, "usable", "Gleich");
    deliveries.deliver(file, "a", null, false);
    Delivered other = deliveries.deliver(file, "a", "Eigene", false);
    assertThat(other.items().getFirst().outcome()).isEqualTo(Outcome.NEW);
    assertThat(other.items().getFirst().entry().provider()).isEqualTo("eigene");
  }

  private Delivered.Item deliver(
      String urn, int version, int minute, int delivered, String status, String headline) {
    byte[] file = OwnWire.version(urn, version, minute, delivered, status, headline);
    return deliveries.deliver(file, "test", null, false).items().getFirst();
  }

  private Delivered.Item publish(
      String urn, int version, int minute, int delivered, String status, String headline) {
    byte[] file = OwnWire.version(urn, version, minute, delivered, status, headline);
    return deliveries.deliver(file, "test", null, true).items().getFirst();
  }

  private WireEntry entry(String urn) {
    return wire.list(WireList.ALL, null, 1000).stream()
        .filter(entry -> entry.guid().equals(urn))
        .findFirst()
        .orElseThrow();
  }

  private static ArticleId article(Delivered.Item item) {
    String path = Objects.requireNonNull(item.path());
    return new ArticleId(Long.parseLong(path.replaceFirst(".*-", "")));
  }

  private static Reader editor() {
    return Objects.requireNonNull(editor);
  }
}
