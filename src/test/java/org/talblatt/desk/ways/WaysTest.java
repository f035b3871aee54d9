package org.talblatt.desk.ways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.desk.OwnWire;
import org.talblatt.paper.Actor;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireList;

/** Ways that we look at: feeds, lists, dpa's queue; and how they bear trouble. */
class WaysTest {
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("wire-inside", "true"));
  private static final TestAgency agency = new TestAgency();
  private static final AgencyCare care = paper.door(AgencyCare.class);
  private static final WayHealths healths = paper.door(WayHealths.class);
  private static final Fetches fetches = paper.door(Fetches.class);

  @AfterAll
  static void stop() {
    agency.close();
    paper.close();
  }

  @Test
  void aFeedIsReadAndAskedForChangesOnlyAfterThat() throws Exception {
    agency.answers(
        "GET /feed",
        exchange -> {
          String known = exchange.getRequestHeaders().getFirst("If-None-Match");
          if ("\"eins\"".equals(known)) {
            TestAgency.say(exchange, 304, "");
          } else {
            TestAgency.say(exchange, 200, item("urn:feed", 1, "Im Feed"), "ETag", "\"eins\"");
          }
        });
    String name = agency("feed");
    WayHealth first = look(name, "feed", "/feed");
    assertThat(first.trouble()).isEmpty();
    assertThat(entry(name).headline()).isEqualTo("Im Feed");
    assertThat(first.way().etag()).isEqualTo("\"eins\"");
    assertThat(files(name)).isEqualTo(1);
    WayHealth second = again(name, first);
    assertThat(second.failures()).isZero();
    assertThat(second.way().etag()).isEqualTo("\"eins\"");
    assertThat(second.arrival()).isEqualTo(first.arrival());
  }

  @Test
  void aFeedWithoutNewsIsNotKeptHoweverOftenItChanges() throws Exception {
    agency.answers("GET /gleich", 200, item("urn:gleich", 1, "Gleich"));
    String name = agency("gleich");
    WayHealth first = look(name, "feed", "/gleich");
    agency.answers("GET /gleich", 200, item("urn:gleich", 1, "Gleich").replace("\n", " \n"));
    assertThat(again(name, first).ill()).isFalse();
    assertThat(files(name)).isEqualTo(1);
  }

  @Test
  void aFeedWithAnItemThatStaysBadIsKeptOnceWithItsReasonAndNotWithEachLook() throws Exception {
    String good = item("urn:neben", 1, "Gut");
    String bad = item("urn:bad", 1, "Schlecht").replace("\"urgency\":4", "\"embargoed\":\"bald\"");
    agency.answers("GET /halb", 200, "[%s,%s]".formatted(good, bad));
    String name = agency("halb");
    int kept = paper.door(Wire.class).countRefused();
    WayHealth first = look(name, "feed", "/halb");
    assertThat(entries(name)).isEqualTo(1);
    agency.answers("GET /halb", 200, "[%s,%s]".formatted(bad, good));
    WayHealth second = again(name, first);
    assertThat(files(name)).isEqualTo(1);
    assertThat(paper.door(Wire.class).countRefused()).isEqualTo(kept + 1);
    String other = bad.replace("urn:bad", "urn:other");
    agency.answers("GET /halb", 200, "[%s,%s]".formatted(other, good));
    again(name, second);
    assertThat(files(name)).as("another bad one is no repetition").isEqualTo(2);
  }

  @Test
  void aFeedThatCantBeReadSaysWhereAndFillsNothing() throws Exception {
    agency.answers("GET /kaputt", 200, "<newsItem>\n<itemMeta>");
    int kept = paper.door(Wire.class).countRefused();
    WayHealth ill = look(agency("kaputt"), "feed", "/kaputt");
    assertThat(ill.ill()).isTrue();
    assertThat(ill.trouble().getFirst()).startsWith("wire.refused.");
    assertThat(paper.door(Wire.class).countRefused()).isEqualTo(kept);
  }

  @Test
  void theQueueIsEmptiedByReceiptAndItsPatienceObeyed() throws Exception {
    String entry = item("urn:queue", 1, "Aus der Schlange");
    String shown = "{\"_wireq_receipt\":\"AQ+eins==\"," + entry.strip().substring(1);
    agency.answers(
        "GET /q/entries.json", 200, "{\"entries\":[" + shown + "]}", "Retry-After", "7200");
    agency.answers("DELETE /q/entry/AQ+eins==", 204, "");
    String name = agency("queue");
    WayHealth health = look(name, "wireq", "/q/");
    assertThat(health.trouble()).isEmpty();
    assertThat(entry(name).headline()).isEqualTo("Aus der Schlange");
    assertThat(agency.asked()).contains("DELETE /q/entry/AQ+eins==");
    assertThat(Objects.requireNonNull(health.next()))
        .isAfter(Instant.now().plus(Duration.ofMinutes(100)));
  }

  @Test
  void aQueueWithoutReceiptsIsReadOnceAndInTrouble() throws Exception {
    agency.answers("GET /ohne/entries.json", 200, "[" + item("urn:ohne", 1, "Ohne") + "]");
    String name = agency("ohne");
    assertThat(look(name, "wireq", "/ohne").trouble()).containsExactly("ways.trouble.no-queue");
    assertThat(entries(name)).isEqualTo(1);
    assertThat(agency.asked().stream().filter("GET /ohne/entries.json"::equals)).hasSize(1);
  }

  @Test
  void whatTheQueueGivesTwiceUnderAnotherReceiptIsOneItem() throws Exception {
    String entry = item("urn:zweimal", 1, "Zweimal").strip().substring(1);
    agency.answers(
        "GET /z/entries.json",
        200,
        "[{\"_wireq_receipt\":\"a\"," + entry + ",{\"_wireq_receipt\":\"b\"," + entry + "]",
        "Retry-After",
        "60");
    String name = agency("zweimal");
    assertThat(look(name, "wireq", "/z").failures()).isZero();
    assertThat(entries(name)).isEqualTo(1);
    assertThat(agency.asked()).contains("DELETE /z/entry/a", "DELETE /z/entry/b");
  }

  @Test
  void theFilesOfAListAreFetchedOnceAndOnlyFromBelowIt() throws Exception {
    agency.answers(
        "GET /apa/",
        200,
        """
        <html><a href="?C=N">Name</a> <a href="/">Parent</a>
        <a href="20260302-APA0001-1.json">a</a> 2026-03-02 10:00 1K
        <a href="20260302-APA0002-1.json">b</a> 2026-03-02 10:01 1K
        <a href="/geheim.json">c</a> <a href="http://anderswo.example/x.json">d</a></html>
        """);
    agency.answers("GET /apa/20260302-APA0001-1.json", 200, item("urn:apa1", 1, "Eins"));
    agency.answers("GET /apa/20260302-APA0002-1.json", 200, item("urn:apa2", 1, "Zwei"));
    String name = agency("liste");
    WayHealth first = look(name, "listing", "/apa/");
    assertThat(first.trouble()).isEmpty();
    assertThat(entries(name)).isEqualTo(2);
    again(name, first);
    assertThat(agency.asked().stream().filter(each -> each.contains("APA0001"))).hasSize(1);
    assertThat(agency.asked()).doesNotContain("GET /geheim.json");
  }

  @Test
  void aPasswordGoesToNoOtherPortOfTheSameHost() throws Exception {
    try (TestAgency other = new TestAgency()) {
      agency.answers(
          "GET /ports/",
          200,
          "<a href='%s'>x</a> <a href='b.json'>b</a>".formatted(other.url("/ports/a.json")));
      agency.answers("GET /ports/b.json", 200, item("urn:port", 1, "Eigener"));
      agency.answers("GET /umgeleitet", 301, "", "Location", other.url("/umgeleitet"));
      String name = agency("ports");
      assertThat(look(name, "listing", "/ports/").trouble()).isEmpty();
      assertThat(entries(name)).isEqualTo(1);
      assertThat(look(agency("um"), "feed", "/umgeleitet").trouble())
          .containsExactly("ways.trouble.moved", "localhost", other.url("/umgeleitet"));
      Way way = way("http://localhost/", WayKind.LISTING);
      assertThatThrownBy(() -> fetches.get(way, URI.create(other.url("/direkt")), Map.of()))
          .hasMessage("ways.trouble.elsewhere");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void aTokenThatWasStoredAndCantBeSentIsNotNamed() {
    Way old = way(agency.url("/alt"), WayKind.FEED, "zł");
    assertThatThrownBy(() -> fetches.get(old, old.address(), Map.of()))
        .hasMessage("ways.trouble.token")
        .hasNoCause();
  }

  @Test
  void aSecretNeverLeavesTlsAgain() {
    Way way = way("https://agency.example/files/", WayKind.LISTING);
    String open = "http://agency.example/files/a.json";
    assertThatThrownBy(() -> fetches.get(way, URI.create(open), Map.of()))
        .hasMessage("ways.trouble.elsewhere");
    String page = "<a href='%s'>a</a> <a href='b.json'>b</a>".formatted(open);
    assertThat(ListingWay.files(way, page, way.address()))
        .extracting(RemoteFile::name)
        .containsExactly("https://agency.example/files/b.json");
    Way before = way("http://agency.example/files/", WayKind.LISTING);
    assertThat(before.covers(way.address())).isTrue();
    assertThat(before.covers(URI.create("https://agency.example:8443/"))).isFalse();
  }

  @Test
  void aFeedThatListsFilesIsSuchAListToo() throws Exception {
    agency.answers(
        "GET /r/rss.xml",
        200,
        """
        <?xml version="1.0"?><rss version="2.0"><channel><link>%s</link>
        <item><link>%s</link><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate></item>
        </channel></rss>
        """
            .formatted(agency.url("/"), agency.url("/r/APA0003-1.json")));
    agency.answers("GET /r/APA0003-1.json", 200, item("urn:apa3", 1, "Drei"));
    String name = agency("rss");
    assertThat(look(name, "listing", "/r/rss.xml").trouble()).isEmpty();
    assertThat(entry(name).headline()).isEqualTo("Drei");
  }

  @Test
  void aServerThatLeadsElsewhereIsNotFollowed() throws Exception {
    agency.answers("GET /um", 301, "", "Location", "http://anderswo.example/feed");
    WayHealth moved = look(agency("um"), "feed", "/um");
    assertThat(moved.trouble())
        .containsExactly("ways.trouble.moved", "localhost", "http://anderswo.example/feed");
  }

  @Test
  void trouble429WaitsAsLongAsAskedAndAnyOtherLongerAndLonger() throws Exception {
    agency.answers("GET /viel", 429, "", "Retry-After", "3600");
    WayHealth busy = look(agency("viel"), "feed", "/viel");
    assertThat(busy.trouble().getFirst()).isEqualTo("ways.trouble.busy");
    assertThat(Objects.requireNonNull(busy.next()))
        .isAfter(Instant.now().plus(Duration.ofMinutes(50)));
    agency.answers("GET /aus", 500, "");
    String name = agency("aus");
    WayHealth once = look(name, "feed", "/aus");
    WayHealth twice = again(name, once);
    assertThat(twice.failures()).isEqualTo(2);
    assertThat(wait(twice)).isGreaterThan(wait(once));
    agency.answers("GET /aus", 200, item("urn:wieder", 1, "Wieder da"));
    assertThat(again(name, twice).ill()).isFalse();
  }

  @Test
  void aLookThatEndsAfterTheAddressWasChangedTellsNothingOfTheNewOne() throws Exception {
    agency.answers("GET /vorher/", 200, "<a href='a.json'>a</a>");
    agency.answers("GET /vorher/a.json", 200, item("urn:vorher", 1, "Vorher"));
    String name = agency("vorher");
    Way before = look(name, "listing", "/vorher/").way();
    Ways ways = paper.door(Ways.class);
    assertThat(ways.seen(before.id())).hasSize(1);
    WayForm form = new WayForm(before.kind(), agency.url("/nachher/"), "", "", 21_600);
    ways.update(before.id(), form);
    assertThat(ways.seen(before.id())).isEmpty();
    WayHealth changed = healths.of(name).getLast();
    Instant later = Instant.now().plusSeconds(7200);
    Look look = new Look(1, false, null, "\"alt\"", "");
    healths.succeeded(before, look, Instant.now(), later);
    healths.failed(before, java.util.List.of("ways.trouble.circle"), Instant.now(), later);
    healths.offered(before, "SHA256:alt");
    ways.markSeen(before, "b", "1");
    assertThat(healths.of(name).getLast()).isEqualTo(changed);
    assertThat(ways.seen(before.id())).isEmpty();
  }

  @Test
  void aProviderWhoNeverAnswersDelaysNoOther() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    agency.answers(
        "GET /stumm",
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
          TestAgency.say(exchange, 200, item("urn:stumm", 1, "Endlich"));
        });
    for (String name : IntStream.range(0, 20).mapToObj(i -> agency("stumm")).toList()) {
      add(name, "feed", "/stumm");
    }
    paper.run(WaysConfiguration.LOOK);
    Eventually.until(
        "all wait",
        () -> agency.asked().stream().filter(each -> each.equals("GET /stumm")).count() == 20);
    agency.answers("GET /flink", 200, item("urn:flink", 1, "Flink"));
    String quick = agency("flink");
    assertThat(look(quick, "feed", "/flink").failures()).isZero();
    assertThat(entry(quick).headline()).isEqualTo("Flink");
    end.countDown();
  }

  @Test
  void nothingIsFetchedFromInsideUnlessTheSettingsSaySo() {
    try (TestPaper outside = TestPaper.start(paper.database())) {
      Way way = way(agency.url("/innen"), WayKind.FEED);
      assertThatThrownBy(() -> outside.door(Fetches.class).get(way, way.address(), Map.of()))
          .isInstanceOf(WayTrouble.class)
          .hasMessage("ways.trouble.private");
      assertThat(agency.asked()).doesNotContain("GET /innen");
    }
  }

  private static Way way(String address, WayKind kind) {
    return way(address, kind, "geheim");
  }

  private static Way way(String address, WayKind kind, String secret) {
    Duration pause = Duration.ofMinutes(5);
    return new Way(1, "x", kind, URI.create(address), "", secret, "", pause, "", "");
  }

  private static Duration wait(WayHealth health) {
    return Duration.between(
        Objects.requireNonNull(health.troubleAt()), Objects.requireNonNull(health.next()));
  }

  private static String agency(String name) {
    String unique = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    AgencyForm form = new AgencyForm(unique, "Agentur " + name, "", "", "", "", "asked");
    return care.add(form, Actor.console()).name();
  }

  private static void add(String name, String kind, String path) {
    care.addWay(name, new WayForm.Typed(kind, agency.url(path), "", "", "21600"), Actor.console());
  }

  private static WayHealth look(String name, String kind, String path) throws Exception {
    add(name, kind, path);
    return until(name, Instant.EPOCH);
  }

  /** Looks once more, out of turn. */
  private static WayHealth again(String name, WayHealth before) throws Exception {
    care.look(name, before.way().id());
    return until(name, last(before));
  }

  private static WayHealth until(String name, Instant after) throws Exception {
    Eventually.until(
        "looked at",
        () -> {
          paper.run(WaysConfiguration.LOOK);
          return last(healths.of(name).getLast()).isAfter(after);
        });
    return healths.of(name).getLast();
  }

  private static Instant last(WayHealth health) {
    Instant good = health.success() == null ? Instant.EPOCH : health.success();
    Instant bad = health.troubleAt() == null ? Instant.EPOCH : health.troubleAt();
    return good.isAfter(bad) ? good : bad;
  }

  private static WireEntry entry(String provider) {
    return paper.door(Wire.class).list(WireList.ALL, null, 1000).stream()
        .filter(each -> each.provider().equals(provider))
        .findFirst()
        .orElseThrow();
  }

  private static long files(String provider) {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from wire_file where provider = ?")
        .param(provider)
        .query(Long.class)
        .single();
  }

  private static long entries(String provider) {
    return paper.door(Wire.class).list(WireList.ALL, null, 1000).stream()
        .filter(each -> each.provider().equals(provider))
        .count();
  }

  private static String item(String urn, int version, String headline) {
    return new String(OwnWire.version(urn, version, 0, 0, "usable", headline), UTF_8);
  }
}
