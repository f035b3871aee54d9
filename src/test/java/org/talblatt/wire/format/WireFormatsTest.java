package org.talblatt.wire.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireContent;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireJson;
import org.talblatt.wire.WireReader;

/** Agency files are understood, on samples of our own. */
class WireFormatsTest {
  @Test
  void anApaMessageGivesItsCreditFromTheBracketInTheText() throws Exception {
    WireItem item = read("apa.xml").getFirst();
    assertThat(item.credit()).isEqualTo("APA/dpa");
    assertThat(item.dateline()).isEqualTo("Wien/Mühlwald");
    assertThat(item.headline()).isEqualTo("Orgel von Mühlwald klingt wieder");
    assertThat(item.subhead()).isEqualTo("Nach sechs Jahren Stille ein Konzert für alle");
    assertThat(item.body().html())
        .isEqualTo(
            "<p>Die Orgel der Pfarrkirche spielt wieder. Sechs Jahre lang war sie \"stumm wie ein"
                + " Schrank\", sagte der Orgelbauer Kofler.</p><p>Zum ersten Konzert (mit Chor)"
                + " kamen am Sonntag <strong>400 Menschen</strong>.</p>");
    assertThat(item.correctionNote())
        .isEqualTo("In APA0042 vom 02.03. heißt der Orgelbauer richtig Kofler.");
    assertThat(item.signal()).isEqualTo("sig:correction");
    assertThat(item.byline()).as("a sign is no byline").isEmpty();
    assertThat(item.provider()).isEqualTo("apa");
    assertThat(item.version()).isEqualTo(2);
    assertThat(item.urgency()).isEqualTo(4);
    assertThat(item.related()).extracting("target").contains("https://www.orgel.example");
    assertThat(item.places()).extracting("name").containsExactly("Wien");
    assertThat(item.notes()).extracting("isPublic").containsOnly(false);
  }

  @Test
  void aDpaMessageIsReadWithoutWhatRepeatsItsHeadAndWithoutItsContacts() throws Exception {
    WireItem item = read("dpa.xml").getFirst();
    assertThat(item.body().html())
        .isEqualTo(
            "<p>Nach zwei Tagen Regen stehen Straßen unter Wasser.</p><table><tbody><tr>"
                + "<td>Pegel</td><td>4,10 m</td></tr></tbody></table><p>"
                + "<a href=\"https://www.youtube-nocookie.com/embed/abc\" rel=\"noopener\">"
                + "youtube-nocookie.com</a></p>");
    assertThat(item.kicker()).isEqualTo("Unwetter");
    assertThat(item.dateline()).isEqualTo("Musterstadt");
    assertThat(item.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-02T12:00:00+01:00"));
    assertThat(item.topics()).extracting("code").contains("medtop:17000000", "dpacat:vm");
    assertThat(item.topics()).extracting("name").contains("Vermischtes").doesNotContain("vm");
    assertThat(item.pictures()).extracting("url").containsExactly("https://bilder.example/1.jpg");
    assertThat(item.forEditors()).isFalse();
    assertThat(open(item)).doesNotContain("000 111").contains("mit Wetterbericht");
    assertThat(item.notes().stream().filter(n -> !n.isPublic()).map(WireItem.Note::text))
        .anyMatch(text -> text.contains("000 111"));
  }

  @Test
  void aMessageMayHoldSeveralItemsOfSeveralKinds() throws Exception {
    List<WireItem> items = read("dpa.xml");
    assertThat(items)
        .extracting(WireItem::kind)
        .containsExactly(WireItem.Kind.TEXT, WireItem.Kind.COMPOSITE, WireItem.Kind.PICTURE);
    assertThat(items.get(1).related()).extracting("rel").containsExactly("group:main");
    WireItem.Picture picture = items.get(2).pictures().getFirst();
    assertThat(picture.url()).isEqualTo("https://bilder.example/gross.jpg");
    assertThat(picture.caption()).isEqualTo("Ein Bach am Montag");
    assertThat(picture.credit()).isEqualTo("Max Muster/dpa");
    assertThat(items.get(2).status()).isEqualTo(WireItem.Status.CANCELED);
  }

  @Test
  void digitalwiresGivesPicturesWithTheirFocusAndKeepsContactsOut() throws Exception {
    WireItem item = read("digitalwires.json").getFirst();
    assertThat(item.body().html())
        .isEqualTo(
            "<p>Die Wirtin sperrt auf.</p><p>Es gibt Knödel.</p><h2>Die Hütte</h2>"
                + "<p>2.100 Meter</p><ul><li><a href=\"https://huette.example/\""
                + " rel=\"noopener\">Die Hütte</a></li></ul>");
    assertThat(item.pictures().getFirst())
        .isEqualTo(
            new WireItem.Picture(
                "https://bilder.example/h.jpg",
                "Die Hütte",
                "B/dpa",
                "Hütte",
                "Nur mit Vertrag",
                new WireItem.Focus(0.25, 0.5)));
    assertThat(item.correctionNote()).isEqualTo("Höhe berichtigt");
    assertThat(item.publishNotice()).isEqualTo("© Muster-infocom");
    assertThat(item.places()).extracting("name").containsExactly("Musterdorf");
    assertThat(open(item)).doesNotContain("000 222");
    assertThat(item.provider()).isEqualTo("dpa");
  }

  @Test
  void aPreviewIsForEditors() throws Exception {
    String json = text("digitalwires.json").replace("dpatextgenre:1\"", "dpatextgenre:32\"");
    assertThat(WireFormats.read(bytes(json)).items().getFirst().forEditors()).isTrue();
  }

  @Test
  void theDeclaredCharsetIsNotBelievedAgainstTheBytes() throws Exception {
    String declared = text("apa.xml").replace("encoding=\"utf-8\"", "encoding=\"iso-8859-1\"");
    for (byte[] bytes :
        List.of(bytes(declared), declared.getBytes(StandardCharsets.ISO_8859_1), bom(declared))) {
      assertThat(WireFormats.read(bytes).items().getFirst().headline()).contains("Mühlwald");
    }
  }

  @Test
  void aBrokenFileIsRefusedWithThePlace() {
    assertThat(refused(text("apa.xml").substring(0, 1500)).in(Messages.of("en")))
        .matches("Line \\d+, column \\d+: the XML or JSON is not well-formed here\\.");
    assertThat(refused(text("digitalwires.json").substring(0, 700)).in(Messages.of("de")))
        .startsWith("Zeile 8, Spalte ");
    assertThat(refused("Guten Tag").key()).isEqualTo("wire.refused.unknown-format");
    assertThat(refused("  \n").key()).isEqualTo("wire.refused.empty");
    assertThat(refused(text("apa.xml").replace("version=\"2\"", "version=\"zwei\"")).arguments())
        .containsExactly("version", "zwei");
    assertThat(refused("<conceptItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>").key())
        .isEqualTo("wire.refused.no-news");
  }

  @Test
  void entitiesAreNeitherExpandedNorFetched() {
    String bomb =
        "<!DOCTYPE newsMessage [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<newsMessage>&b;&x;</newsMessage>";
    assertThat(refused(bomb).key()).isEqualTo("wire.refused.doctype");
  }

  @Test
  void depthAndSizeAreBounded() {
    String deep = "<newsItem>" + "<a>".repeat(100_000);
    String deepJson = "{\"format\":\"digitalwires@1\",\"x\":" + "[".repeat(100_000);
    String deepHtml = json("article_html", "<b>".repeat(100_000));
    String dashes = json("article_html", "<p>KORREKTUR-HINWEIS " + "- ".repeat(200_000) + "x");
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThat(refused(deepHtml).arguments()).startsWith("body");
          assertThat(WireFormats.read(bytes(dashes)).items()).hasSize(1);
          assertThat(refused(json("headline", "x".repeat(1001))).arguments())
              .startsWith("headline");
          assertThat(refused(deep).key()).isEqualTo("wire.refused.too-complex");
          assertThat(refused(deepJson).key()).isEqualTo("wire.refused.too-complex");
          assertThat(refused(new byte[WireReader.MOST_BYTES + 1]).key())
              .isEqualTo("wire.refused.too-large");
        });
  }

  @Test
  void whatNoDatabaseKeepsIsNotInAnItem() throws Exception {
    WireItem item =
        WireFormats.read(bytes(json("headline", "a\\u0000b\\ud800c"))).items().getFirst();
    assertThat(item.headline()).isEqualTo("ab?c");
    String far = json("version_created", "+999999999-01-01T00:00:00Z");
    assertThat(WireFormats.read(bytes(far)).items().getFirst().versionCreated()).isNull();
  }

  @Test
  void anEmbargoThatIsNoMomentIsRefusedWithItsValue() throws Exception {
    for (String value : List.of("Next Monday", "2026-13-02T12:00:00Z", "+10000-01-01T00:00:00Z")) {
      assertThat(refused(json("embargoed", value)).arguments()).containsExactly("embargoed", value);
      String xml =
          text("apa.xml")
              .replace("</itemMeta>", "<embargoed>%s</embargoed></itemMeta>".formatted(value));
      assertThat(refused(xml).arguments()).containsExactly("embargoed", value);
    }
    assertThat(refused(json("x", "y").replace("}", ",\"embargoed\":[2026]}")).arguments())
        .containsExactly("embargoed", "[2026]");
    assertThat(WireFormats.read(bytes(json("embargoed", " "))).items().getFirst().embargo())
        .isNull();
  }

  @Test
  void aCancelIsReadWhateverElseIsWrongWithIt() throws Exception {
    String cancel =
        json("pubstatus", "canceled")
            .replace(
                "}",
                ",\"version\":\"zwei\",\"embargoed\":\"bald\",\"headline\":\"%s\"}"
                    .formatted("x".repeat(1001)));
    WireItem item = WireFormats.read(bytes(cancel)).items().getFirst();
    assertThat(item.status()).isEqualTo(WireItem.Status.CANCELED);
    assertThat(item.version()).isEqualTo(1);
    assertThat(item.headline()).hasSize(200);
  }

  @Test
  void aBadItemIsNamedAndItsNeighboursAreRead() throws Exception {
    String bad = json("version", "zwei").replace("urn:x", "urn:schlecht");
    WireContent content =
        WireFormats.read(bytes("[" + json("a", "b") + "," + bad + "," + json("c", "d") + "]"));
    assertThat(content.byPlace()).containsOnlyKeys(0, 2);
    assertThat(Objects.requireNonNull(content.refusal()).in(Messages.of("en")))
        .isEqualTo(
            "Items refused in this file: 1; the others were taken. The first is number 2"
                + " (“urn:schlecht”). The field “version” has a value it can’t have: “zwei”.");
    String xml = text("dpa.xml").replaceFirst(" version=\"\\d+\"", " version=\"x\"");
    assertThat(WireFormats.read(bytes(xml)).byPlace()).containsOnlyKeys(1, 2);
  }

  /** A digitalwires entry with one value that matters. */
  private static String json(String field, String value) {
    return "{\"format\":\"digitalwires@0.9.1\",\"urn\":\"urn:x\",\"%s\":\"%s\"}"
        .formatted(field, value);
  }

  @Test
  void oneItemIsOneLineOfJson() throws Exception {
    String line = WireJson.line(read("apa.xml").getFirst());
    assertThat(line)
        .doesNotContain("\n")
        .contains("\"versionCreated\":\"2026-03-02T09:12:00+01:00\"")
        .contains("\"urgency\":4")
        .contains("\"teaser\":null")
        .contains("\"public\":false");
  }

  /** Everything that may be printed. */
  private static String open(WireItem item) {
    StringBuilder open = new StringBuilder();
    WireJson.object(item).forEach((key, value) -> open.append(key.equals("notes") ? "" : value));
    item.notes().stream().filter(WireItem.Note::isPublic).forEach(n -> open.append(n.text()));
    return open.toString();
  }

  private static Refusal refused(String text) {
    return refused(bytes(text));
  }

  private static Refusal refused(byte[] bytes) {
    return Objects.requireNonNull(
            catchThrowableOfType(UnreadableWire.class, () -> WireFormats.read(bytes)))
        .refusal();
  }

  private static byte[] bom(String text) {
    return bytes("\uFEFF" + text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<WireItem> read(String name) throws UnreadableWire {
    return WireFormats.read(bytes(text(name))).items();
  }

  private static String text(String name) {
    try (InputStream in = WireFormatsTest.class.getResourceAsStream("/wire/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
