package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.testing.TestPaper;
import org.talblatt.wire.Provider;
import org.talblatt.wire.Provider.Unread;
import org.talblatt.wire.Providers;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItem;

/** What is agreed with a provider holds for everything that they send. */
class AgreementTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Deliveries deliveries = paper.door(Deliveries.class);
  private static final Providers providers = paper.door(Providers.class);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("vereine", "Vereine", 2, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theCreditRuleIsPrintedInPlaceOfTheItemsOwn() {
    agree("kredit", "APA/{credit}", "", "", Unread.ASKED);
    WireEntry entry = deliver("kredit", "dpa", false).entry();
    assertThat(entry.credit()).isEqualTo("APA/dpa");
    assertThat(paper.door(Wire.class).newest(entry.id()).credit()).isEqualTo("APA/dpa");
  }

  @Test
  void languageAndRightsFillWhatItemsLeaveOpen() {
    providers.insert(new Provider("kleid", "Kleid", "", "", "de", "Nur Text", Unread.ASKED));
    WireItem item = paper.door(Wire.class).newest(deliver("kleid", "dpa", false).entry().id());
    assertThat(item.language()).isEqualTo("de");
    assertThat(item.rights()).isEqualTo("© dpa\nNur Text");
  }

  @Test
  void whatItsTopicsDontTellComesOutInTheProvidersSection() {
    agree("verein", "", "vereine", "", Unread.EVERYTHING);
    assertThat(deliver("verein", "FF Lana", false).path()).startsWith("/vereine/");
    agree("weg", "", "gibt-es-nicht", "", Unread.EVERYTHING);
    assertThat(deliver("weg", "FF Lana", false).path()).startsWith("/politik/");
  }

  @Test
  void nothingOfWhoMustBeReadGoesOutWhoeverAsks() {
    agree("zu", "", "", "", Unread.NOTHING);
    assertThat(deliver("zu", "zu", true).path()).isNull();
    agree("gefragt", "", "", "", Unread.ASKED);
    assertThat(deliver("gefragt", "g", false).path()).isNull();
    assertThat(deliver("gefragt", "g", true).path()).isNotNull();
    agree("offen", "", "", "", Unread.EVERYTHING);
    assertThat(deliver("offen", "o", false).path()).isNotNull();
    assertThat(deliver("unbekannt", "u", false).path()).isNull();
    assertThat(deliver("unbekannt", "u", true).path()).isNotNull();
  }

  @Test
  void whatAnEditorTookBackIsNotPublishedByItsRepetition() {
    agree("spaeter", "", "", "", Unread.ASKED);
    byte[] file = file(UUID.randomUUID().toString(), "x");
    deliveries.deliver(file, "x.json", "spaeter", false);
    assertThat(providers.update(provider("spaeter", "", "", "", Unread.EVERYTHING))).isTrue();
    assertThat(deliveries.deliver(file, "x.json", "spaeter", false).items().getFirst().path())
        .isNull();
  }

  private static void agree(
      String name, String credit, String section, String language, Unread unread) {
    assertThat(providers.insert(provider(name, credit, section, language, unread))).isTrue();
  }

  private static Provider provider(
      String name, String credit, String section, String language, Unread unread) {
    return new Provider(name, name, credit, section, language, "", unread);
  }

  private static Delivered.Item deliver(String provider, String credit, boolean publish) {
    byte[] file = file(UUID.randomUUID().toString(), credit);
    return deliveries.deliver(file, "x.json", provider, publish).items().getFirst();
  }

  /** Without language and topics. */
  private static byte[] file(String urn, String credit) {
    return OwnWire.bytes(
        """
        {"format":"digitalwires@0.9.1","urn":"urn:%s","version":1,"pubstatus":"usable",
         "version_created":"2026-03-02T10:00:00+01:00","headline":"Fest der Feuerwehr",
         "creditline":"%s","copyrightnotice":"© dpa","article_html":"<p>Alle kamen.</p>",
         "categories":[{"type":"dnltype:provider","qcode":"nprov:dpa","name":"dpa"}]}
        """
            .formatted(urn, credit));
  }
}
