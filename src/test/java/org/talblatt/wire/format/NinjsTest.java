package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;

/** ninjs 1 to 3, on samples of our own. */
class NinjsTest {
  private static final String V3 =
      """
      {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "https://api.beispiel.example/n/7",
       "type": "text", "version": "Nachtrag", "versionCreated": "2026-03-02T09:12:00Z",
       "embargoedUntil": "2026-03-03T06:00:00Z", "pubStatus": "withheld",
       "headlines": [{"role": "sub", "value": "Unten"}, {"role": "main", "value": "Oben"}],
       "descriptions": [{"role": "writer", "value": "Schreiber"}, {"role": "summary", "value": "Kurz"}],
       "bodies": [{"role": "text", "contentType": "text/plain", "value": "Erstens.\\n\\nZweitens."},
                  {"role": "ttnitf", "contentType": "application/xml", "value": "<TTNITF><HEAD>"}],
       "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000822", "name": "Sport"}],
       "infoSources": [{"name": "Die Quelle"}], "associations": [
         {"name": "a", "type": "picture", "headlines": [{"value": "Bild"}],
          "renditions": [{"name": "r", "href": "https://bild.example/b.jpg", "contentType": "image/jpeg"}]}]}
      """;

  @Test
  void anItemOfVersionOneIsReadWithItsPicturesAndClosedNotes() throws Exception {
    WireItem item = WireFormatsTest.read("ninjs-1.json").getFirst();
    assertThat(item.guid()).isEqualTo("urn:newsml:beispiel.example:20260302:orgel");
    assertThat(item.provider()).isEqualTo("beispiel");
    assertThat(item.version()).isEqualTo(3);
    assertThat(item.kicker()).isEqualTo("Kirche");
    assertThat(item.subhead()).isEqualTo("Nach sechs Jahren Stille");
    assertThat(item.teaser()).isEqualTo("Ein Konzert für alle.");
    assertThat(item.dateline()).isEqualTo("Mühlwald");
    assertThat(item.credit()).isEqualTo("AP");
    assertThat(item.body().html()).isEqualTo("<p>Die Orgel spielt <b>wieder</b>.</p>");
    assertThat(item.topics())
        .extracting("code")
        .containsExactly("medtop:20000822", "subj:04005004", "genre:Vorschau");
    assertThat(item.places())
        .extracting("name")
        .containsExactly("Südtirol", "Pustertal", "Mühlwald");
    assertThat(item.forEditors()).as("a preview is for editors").isTrue();
    assertThat(item.notes()).containsExactly(new WireItem.Note("Rückfragen: 0471 000000", false));
    assertThat(item.rights()).isEqualTo("Beispiel\nAlle Rechte vorbehalten\nNicht in die Schweiz");
    WireItem.Picture picture = item.pictures().getFirst();
    assertThat(picture.url()).isEqualTo("https://bild.example/g.jpg");
    assertThat(picture.caption()).isEqualTo("Die Orgel von vorn");
    assertThat(picture.alt()).isEqualTo("Pfeifen einer Orgel");
    assertThat(picture.focus()).isEqualTo(new WireItem.Focus(0.25, 0.8));
    assertThat(item.related()).extracting("target").containsExactly("urn:film:1");
  }

  @Test
  void anItemOfVersionThreeIsReadByItsRoles() throws Exception {
    WireItem item = only(V3);
    assertThat(item.headline()).isEqualTo("Oben");
    assertThat(item.subhead()).isEqualTo("Unten");
    assertThat(item.teaser()).isEqualTo("Kurz");
    assertThat(item.body().html()).isEqualTo("<p>Erstens.</p><p>Zweitens.</p>");
    assertThat(item.status()).isEqualTo(WireItem.Status.WITHHELD);
    assertThat(item.version()).as("any text is allowed: the moment gives the order").isEqualTo(1);
    assertThat(item.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-03T06:00:00Z"));
    assertThat(item.topics()).extracting("code").containsExactly("medtop:20000822");
    assertThat(item.credit()).isEqualTo("beispiel/Die Quelle");
    assertThat(item.pictures()).hasSize(1);
  }

  @Test
  void anEmbargoThatNobodyUnderstandsIsNotTakenForNone() {
    String text = V3.replace("2026-03-03T06:00:00Z", "nächsten Montag");
    assertThat(refusal(text)).isEqualTo("wire.refused.value");
  }

  @Test
  void anEventIsForEditorsAndATextWithoutTextMustBeRead() throws Exception {
    WireItem event = only("{\"uri\": \"u:1\", \"type\": \"event\", \"headlines\": []}");
    assertThat(event.forEditors()).isTrue();
    WireItem textless = only("{\"uri\": \"u:2\", \"headline\": \"Nur das\"}");
    assertThat(textless.forEditors()).isFalse();
    assertThat(textless.mustBeRead()).isTrue();
  }

  @Test
  void whatApAddsToAnAddressOnEachDeliveryIsNoPartOfTheIdentity() throws Exception {
    String item = "{\"uri\": \"http://api.ap.org/media/v/content/8c9f?qt=%s&et=0a\"}";
    assertThat(only(item.formatted("one")).guid()).isEqualTo(only(item.formatted("two")).guid());
    assertThat(only(item.formatted("one")).provider()).isEqualTo("ap");
  }

  @Test
  void aListOfItemsIsReadOneByOne() throws Exception {
    String list =
        "{\"total\": 2, \"_items\": [" + V3 + ", {\"uri\": \"u:2\", \"headline\": \"B\"}]}";
    assertThat(read(list)).extracting("headline").containsExactly("Oben", "B");
  }

  @Test
  void brokenJsonIsRefusedWithItsPlaceAndOtherJsonAsUnknown() {
    assertThat(refusal("{\"uri\": \"u:1\",\n \"headline\": ]"))
        .isEqualTo("wire.refused.not-well-formed");
    assertThat(refusal("{\"requests\": {}}")).isEqualTo("wire.refused.unknown-format");
    assertThat(refusal("[".repeat(50_000))).isEqualTo("wire.refused.unknown-format");
    assertThat(refusal("{\"uri\": \"u\", \"a\": " + "[".repeat(50_000)))
        .isEqualTo("wire.refused.too-complex");
  }

  private static WireItem only(String text) throws UnreadableWire {
    return read(text).getFirst();
  }

  private static List<WireItem> read(String text) throws UnreadableWire {
    return WireFormats.read(text.getBytes(UTF_8)).items();
  }

  private static String refusal(String text) {
    return Objects.requireNonNull(catchThrowableOfType(UnreadableWire.class, () -> read(text)))
        .refusal()
        .key();
  }
}
