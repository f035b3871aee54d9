package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Articles;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.Samples;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.Ingested.Outcome;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireList;

/** A whole day of versions of one item, ending in its cancel. */
class AgencyDayTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Frühdienst", Role.EDITOR);
  private final Desk desk = paper.door(Desk.class);
  private final Wire wire = paper.door(Wire.class);
  private final Deliveries deliveries = paper.door(Deliveries.class);
  private final Articles articles = paper.door(Articles.class);
  private final ArticlesOnFile onFile = paper.door(ArticlesOnFile.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aDayOfVersionsEndsTheSameInTwoHundredOrders() {
    Set<String> ends = new HashSet<>();
    for (int order = 0; order < 200; order++) {
      String urn = "urn:folge:" + order;
      List<byte[]> day =
          new ArrayList<>(
              List.of(
                  OwnWire.version(urn, 1, 0, 0, "usable", "Erste"),
                  OwnWire.version(urn, 2, 10, 10, "usable", "Zweite"),
                  OwnWire.version(urn, 1, 0, 5, "usable", "Alt"),
                  OwnWire.version(urn, 2, 10, 20, "usable", "Zweite neu"),
                  OwnWire.version(urn, 3, 30, 30, "canceled", "Tot"),
                  OwnWire.version(urn, 2, 10, 40, "usable", "Spät")));
      Collections.shuffle(day, new Random(order));
      List<Delivered> came =
          day.stream().map(file -> deliveries.deliver(file, "a", null, true)).toList();
      WireEntry end = came.getLast().items().getFirst().entry();
      ends.add(end.status() + " " + end.state() + " " + end.version() + " " + end.headline());
      came.stream()
          .flatMap(delivered -> article(delivered).stream())
          .forEach(id -> assertThat(articles.missing(id).kind()).isEqualTo(Failure.Kind.GONE));
    }
    assertThat(articles.newest(null, null, 1000))
        .noneMatch(article -> article.headline().startsWith("Zweite"));
    assertThat(ends).containsExactly("CANCELED DISCARDED 3 Tot");
  }

  @Test
  void aCancelInTheMiddleTakesItOffInEveryOrderAndOneClickBringsTheNewerVersionBack() {
    Set<String> ends = new HashSet<>();
    for (int order = 0; order < 30; order++) {
      String urn = "urn:mitte:" + order;
      List<byte[]> day =
          new ArrayList<>(
              List.of(
                  OwnWire.version(urn, 1, 0, 0, "usable", "Erste"),
                  OwnWire.version(urn, 2, 10, 10, "usable", "Zweite"),
                  OwnWire.version(urn, 2, 10, 10, "canceled", "Zweite"),
                  OwnWire.version(urn, 4, 30, 30, "usable", "Vierte"),
                  OwnWire.version(urn, 1, 0, 40, "canceled", "Erste")));
      Collections.shuffle(day, new Random(order));
      List<Optional<ArticleId>> made =
          day.stream().map(file -> article(deliveries.deliver(file, "a", null, true))).toList();
      WireEntry end = entry(urn);
      ends.add(end.status() + " " + end.state() + " " + end.version() + " " + end.revived());
      made.stream()
          .flatMap(Optional::stream)
          .forEach(id -> assertThat(articles.missing(id).kind()).isEqualTo(Failure.Kind.GONE));
      ArticleId again = desk.publish(end.id(), null, EDITOR);
      assertThat(articles.published(again).orElseThrow().headline()).isEqualTo("Vierte");
    }
    assertThat(ends).containsExactly("USABLE INBOX 4 true");
  }

  @Test
  void aCancelUnderTheNumberAndMomentsOfWhatItCancelsIsNoRepeat() {
    String urn = "urn:gleichauf";
    Delivered first =
        deliveries.deliver(OwnWire.version(urn, 1, 0, 0, "usable", "Falsch"), "a", null, true);
    Delivered kill =
        deliveries.deliver(OwnWire.version(urn, 1, 0, 0, "canceled", "Falsch"), "a", null, true);
    assertThat(kill.items().getFirst().outcome()).isEqualTo(Outcome.CANCELED);
    assertThat(articles.missing(article(first).orElseThrow()).kind()).isEqualTo(Failure.Kind.GONE);
    Delivered late =
        deliveries.deliver(OwnWire.version(urn, 1, 0, 0, "withheld", "Falsch"), "a", null, true);
    assertThat(late.items().getFirst().outcome()).isEqualTo(Outcome.LATE);
    assertThat(entry(urn).status()).isEqualTo(WireItem.Status.CANCELED);
    assertThat(wire.newest(entry(urn).id()).status()).isEqualTo(WireItem.Status.CANCELED);
  }

  private WireEntry entry(String urn) {
    return wire.list(WireList.ALL, null, 1000).stream()
        .filter(entry -> entry.guid().equals(urn))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<ArticleId> article(Delivered delivered) {
    return Optional.ofNullable(delivered.items().getFirst().path())
        .map(path -> new ArticleId(Long.parseLong(path.replaceFirst(".*-", ""))));
  }

  @Test
  void theSampleDayOfDpaEndsAsItShould() throws Exception {
    Path folder = Samples.folder("wire").resolve("_derived/dpa-sequence");
    List<Delivered.Item> items = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        items.addAll(deliveries.deliver(content, "x", null, true).items());
        names.add(file.getFileName().toString().substring(0, 2));
      }
    }
    assertThat(names).containsExactly("01", "02", "03", "04", "05", "06", "07", "08", "09");
    assertThat(items)
        .extracting(Delivered.Item::outcome)
        .containsExactly(
            Outcome.NEW,
            Outcome.UPDATED,
            Outcome.LATE,
            Outcome.REPEATED,
            Outcome.UPDATED,
            Outcome.CANCELED,
            Outcome.LATE,
            Outcome.CANCELED,
            Outcome.WITHHELD);
    String address = Objects.requireNonNull(items.getFirst().path());
    ArticleId id = new ArticleId(Long.parseLong(address.replaceFirst(".*-", "")));
    assertThat(articles.missing(id).kind()).isEqualTo(Failure.Kind.GONE);
    assertThat(onFile.find(id).orElseThrow().draft().headline())
        .isEqualTo(items.get(1).entry().headline());
    assertThat(items.getLast().path()).isNull();
  }
}
