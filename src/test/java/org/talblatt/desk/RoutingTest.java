package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.WireEntry;

/** The newsroom's rules say where an agency's item goes by itself. */
class RoutingTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Regelwerk", Role.EDITOR);
  private final Deliveries deliveries = paper.door(Deliveries.class);
  private final Desk desk = paper.door(Desk.class);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 2, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void articlesOnSuicideBeginWithoutAndThoseOnDeathsAndCourtsWithAHeldTalk() {
    assertThat(talkUnder("Hilfe nach Suizid in der Familie", "Beratung")).isEqualTo("CLOSED");
    assertThat(talkUnder("Ratgeber", "Er nahm sich das Leben.")).isEqualTo("CLOSED");
    assertThat(talkUnder("Zwei Tote bei Lawinenabgang", "Text")).isEqualTo("HELD");
    assertThat(talkUnder("Ex-Bürgermeister verurteilt", "Text")).isEqualTo("HELD");
    assertThat(talkUnder("Schulfest", "Ein Mann soll Minderjährige belästigt haben."))
        .isEqualTo("HELD");
    assertThat(talkUnder("Gericht aus Omas Küche", "Totes Meer und tote Hose: ein Reisebericht"))
        .isEqualTo("OPEN");
  }

  private String talkUnder(String headline, String text) {
    WireEntry entry = deliver(headline, text);
    ArticleId id = desk.publish(entry.id(), null, EDITOR);
    return Objects.requireNonNull(
            paper.door(ArticlesOnFile.class).find(id).orElseThrow().draft().discussion())
        .mode()
        .name();
  }

  private WireEntry deliver(String headline, String text) {
    byte[] file =
        OwnWire.bytes(
            new String(
                    OwnWire.version(
                        "urn:regel:" + headline.hashCode(), 1, 0, 0, "usable", headline),
                    java.nio.charset.StandardCharsets.UTF_8)
                .replace("Text zu " + headline, text));
    return deliveries.deliver(file, "test", null, false).items().getFirst().entry();
  }
}
