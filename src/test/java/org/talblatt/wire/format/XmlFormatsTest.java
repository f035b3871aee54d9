package org.talblatt.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireJson;

/** NITF and NewsML 1 are understood, on samples of our own. */
class XmlFormatsTest {
  @Test
  void aNitfDocumentIsReadWithItsDoctypeItsBareAmpersandsAndItsCharset() throws Exception {
    byte[] latin = text("nitf.xml").getBytes(StandardCharsets.ISO_8859_1);
    WireItem item = WireFormats.read(latin).items().getFirst();
    assertThat(item.guid()).as("without the version at its end").isEqualTo("orgel-7");
    assertThat(item.version()).isEqualTo(2);
    assertThat(item.provider()).isEqualTo("muster");
    assertThat(item.headline()).isEqualTo("Orgel klingt wieder");
    assertThat(item.subhead()).isEqualTo("Ein Konzert für alle");
    assertThat(item.byline()).isEqualTo("Von Anna Muster, Kulturredaktion");
    assertThat(item.dateline()).isEqualTo("Mühlwald");
    assertThat(item.teaser()).isEqualTo("Sechs Jahre war es still.");
    assertThat(item.body().html())
        .isEqualTo(
            "<p>Nun spielt sie bei Bach &amp; Söhnen, sagt der Verein.</p><table><tbody><tr>"
                + "<td>Pfeifen</td><td>812</td></tr></tbody></table>");
    assertThat(item.language()).isEqualTo("de");
    assertThat(item.expires()).as("a template's rest is no moment").isNull();
    assertThat(item.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-02T12:00:00+01:00"));
    assertThat(item.topics()).contains(new WireItem.Topic("subj:01011000", "Musik"));
    assertThat(item.places()).extracting("name").contains("Mühlwald");
    assertThat(item.pictures())
        .containsExactly(
            new WireItem.Picture(
                "https://bilder.example/g.jpg?a=1&b=2",
                "Die Orgel.",
                "Max Muster/mu",
                "Die Orgel",
                "2026 Muster Agentur",
                new WireItem.Focus(0.25, 0.5)));
    assertThat(closed(item)).contains("000 333", "Nur zur Probe.", "am/bk/cd");
    assertThat(open(item)).doesNotContain("000 333", "am/bk/cd");
  }

  @Test
  void aKillOfAnotherDocumentIsACancelOfThatOne() throws Exception {
    String kill =
        text("nitf.xml")
            .replace(
                "management-status=\"usable\"",
                "management-status=\"canceled\" management-doc-idref=\"orgel-6\"");
    List<WireItem> items = WireFormats.read(bytes(kill)).items();
    assertThat(items).extracting(WireItem::guid).containsExactly("orgel-7", "orgel-6");
    assertThat(items).extracting(WireItem::status).containsOnly(WireItem.Status.CANCELED);
  }

  @Test
  void anEmbargoedDocumentWithoutItsMomentIsWithheld() throws Exception {
    String held =
        text("nitf.xml")
            .replace("management-status=\"usable\"", "management-status=\"embargoed\"")
            .replaceFirst("<date.release[^>]*>", "");
    assertThat(WireFormats.read(bytes(held)).items().getFirst().status())
        .isEqualTo(WireItem.Status.WITHHELD);
  }

  @Test
  void aNewsMl1ItemIsReadFromItsTreeOfComponents() throws Exception {
    WireItem item = WireFormats.read(bytes(text("newsml1.xml"))).items().getFirst();
    assertThat(item.guid()).isEqualTo("urn:newsml:muster.example:20260302:orgue-7");
    assertThat(item.version()).isEqualTo(2);
    assertThat(item.provider()).isEqualTo("muster");
    assertThat(item.status()).isEqualTo(WireItem.Status.USABLE);
    assertThat(item.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-02T12:00:00+01:00"));
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.headline()).isEqualTo("L'orgue joue à nouveau");
    assertThat(item.kicker()).isEqualTo("Musique");
    assertThat(item.signal()).isEqualTo("sig:correction");
    assertThat(item.credit()).isEqualTo("MUS");
    assertThat(item.body().html())
        .isEqualTo(
            "<p>Elle était muette depuis six ans.</p><p>Le facteur d'orgues s'appelle Kofler.</p>");
    assertThat(item.topics()).extracting("code").contains("subj:01011000");
    assertThat(item.places()).extracting("name").containsExactly("Molini");
    assertThat(item.pictures())
        .containsExactly(
            new WireItem.Picture(
                "https://bilder.example/g.jpg",
                "L'orgue de Molini",
                "Max Muster/MUS",
                "L'orgue",
                "",
                null));
    assertThat(closed(item)).contains("000 444", "ab/cde/fg", "CORRIGE");
    assertThat(open(item)).doesNotContain("000 444", "ab/cde/fg");
  }

  @Test
  void anIdentifierThatAllItemsOfAHouseShareIsMadeWholeByWhatTheyDontShare() throws Exception {
    String shared =
        text("newsml1.xml")
            .replaceFirst("<PublicIdentifier>[^<]*", "<PublicIdentifier>urn:newsml:muster.example");
    assertThat(guid(shared)).isEqualTo("urn:newsml:muster.example:orgue-7");
    String nameless = shared.replace("<NewsItemId>orgue-7", "<NewsItemId>0");
    assertThat(guid(nameless))
        .startsWith("urn:newsml:muster.example:20260302:")
        .isEqualTo(guid(nameless))
        .isNotEqualTo(guid(nameless.replace("L'orgue joue à", "L'orgue chante à")));
  }

  @Test
  void ofTwoLanguagesSideBySideTheGermanIsTaken() throws Exception {
    String one =
        "<NewsComponent xml:lang=\"%s\"><NewsLines><HeadLine>%s</HeadLine></NewsLines><NewsComponent>"
            + "<Role FormalName=\"Body\"/><ContentItem><DataContent>%s</DataContent></ContentItem>"
            + "</NewsComponent></NewsComponent>";
    String file =
        "<NewsML><NewsItem><NewsComponent>"
            + one.formatted("nl", "Titel", "Tekst")
            + one.formatted("de", "Überschrift", "Wortlaut")
            + "</NewsComponent></NewsItem></NewsML>";
    WireItem item = WireFormats.read(bytes(file)).items().getFirst();
    assertThat(item.headline()).isEqualTo("Überschrift");
    assertThat(item.body().html()).isEqualTo("<p>Wortlaut</p>");
    assertThat(item.language()).isEqualTo("de");
  }

  private static String guid(String file) throws UnreadableWire {
    return WireFormats.read(bytes(file)).items().getFirst().guid();
  }

  private static String closed(WireItem item) {
    return item.notes().stream()
        .filter(note -> !note.isPublic())
        .map(WireItem.Note::text)
        .reduce("", (one, other) -> one + "|" + other);
  }

  private static String open(WireItem item) {
    StringBuilder open = new StringBuilder();
    WireJson.object(item).forEach((key, value) -> open.append(key.equals("notes") ? "" : value));
    return open.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String name) {
    try (InputStream in = XmlFormatsTest.class.getResourceAsStream("/wire/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
