package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;

/** IPTC 7901 and ANPA-1312, on messages of our own. */
class TeleprinterTest {
  private static final String GERMAN =
      """
      \u0001bdt0123 2 pl 41  dpa 0456

      Orgel/Mühlwald/
      \u0002(Eil \u0007\u0007\u0007)
      (Foto Archiv)
      Orgel von Mühlwald klingt nach sechs Jahren Stille endlich
      wieder
      Von Ada Beispiel, dpa =

      Ein Konzert für alle gab es am Sonntag in der Pfarrkirche.

      Mühlwald (dpa/lni) - Die Orgel spielt. Die Co-
      Vorsitzende der Landes-
      und Gemeindechöre freute sich.

      | Sonntag: |
      | Bach   | 1 |
      | Haydn  | 2 |

      - ein Choral,
        lang
      - eine Fuge

      # Notizblock

      ## Internet
      - [Die Orgel](https://orgel.example/1)

      * * * *
      Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

      ## Kontakte
      - Autorin: Ada Beispiel, 0471 000000

      dpa abe yydd n1
      \u0003251037 Sep 24
      \u007f
      \u007f\u0004
      """;

  private static final String AMERICAN =
      """
      \u0016\u0016\u0001W2607\u001fasian
      r a\u0013\u0011 BC-EU--Organ-Concert 2ndLd-Writethru   11-13 0093
      \u0002^BC-EU--Organ Concert, 2nd Ld-Writethru,93<
      ^Organ plays again<
      ^Eds: Call the desk at 000.<
      ^By ADA EXAMPLE=
      ^Associated Press=
      \t   MUEHLWALD, Italy (AP) _ The organ plays _ again. ``Finally,'' she said.

      \t   It was loud.
      \b^\u001f\u001e W\u001e \u001e L
      \bBolzano\u0010Sud\u001f\u001e 7\u001e \u001e 2{
      ^PROGRAM=
      \t   Bach

      \t   \u0003AP-WF-11-13-13 0745GMT<
      \f
      \u0004
      """;

  @Test
  void aMessageGivesHeadlineTeaserTextAndTheRestIsClosed() throws Exception {
    WireItem item = only(GERMAN);
    assertThat(item.headline())
        .isEqualTo("Orgel von Mühlwald klingt nach sechs Jahren Stille endlich wieder");
    assertThat(item.byline()).isEqualTo("Von Ada Beispiel, dpa");
    assertThat(item.teaser()).startsWith("Ein Konzert für alle");
    assertThat(item.dateline()).isEqualTo("Mühlwald");
    assertThat(item.credit()).isEqualTo("dpa/lni");
    assertThat(item.provider()).isEqualTo("dpa");
    assertThat(item.urgency()).isEqualTo(2);
    assertThat(item.versionCreated()).isEqualTo(OffsetDateTime.parse("2024-09-25T10:37+02:00"));
    assertThat(item.guid()).isEqualTo("iptc7901:dpa:2024-09-25:bdt:123");
    assertThat(item.codes()).containsExactly("dpacat:pl");
    assertThat(item.body().html())
        .isEqualTo(
            "<p>Die Orgel spielt. Die Co-Vorsitzende der Landes- und Gemeindechöre freute sich.</p>"
                + "<table><tbody><tr><th colspan=\"2\">Sonntag:</th></tr><tr><td>Bach</td><td>1</td>"
                + "</tr><tr><td>Haydn</td><td>2</td></tr></tbody></table>"
                + "<ul><li>ein Choral, lang</li><li>eine Fuge</li></ul>");
    assertThat(item.notes()).extracting("isPublic").containsOnly(false);
    assertThat(item.notes()).anySatisfy(n -> assertThat(n.text()).contains("0471 000000"));
    assertThat(item.related()).extracting("target").containsExactly("https://orgel.example/1");
  }

  @Test
  void halfAMessageIsRefusedAndItsNeighbourRead() throws Exception {
    String half = GERMAN.substring(0, GERMAN.indexOf("Vorsitzende"));
    assertThat(refusal(half)).isEqualTo("wire.refused.cut-off");
    assertThat(read(half + GERMAN.replace("bdt0123", "bdt0124")))
        .extracting("guid")
        .containsExactly("iptc7901:dpa:2024-09-25:bdt:124");
    assertThat(read("\u007f\r\n" + GERMAN + GERMAN)).hasSize(2);
    assertThat(refusal(AMERICAN.substring(0, AMERICAN.indexOf("PROGRAM"))))
        .isEqualTo("wire.refused.cut-off");
  }

  @Test
  void lostControlCharactersOtherLineEndsAndOldCharsetsChangeNothing() throws Exception {
    WireItem whole = only(GERMAN);
    String bare = GERMAN.replaceAll("[\u0001-\u0004\u0007\u007f]", "");
    for (byte[] bytes :
        List.of(
            bare.getBytes(UTF_8),
            GERMAN.replace("\n", "\r\n").getBytes(UTF_8),
            GERMAN.getBytes(Charset.forName("ISO-8859-15")),
            ("\uFEFF" + GERMAN).getBytes(UTF_8))) {
      WireItem item = WireFormats.read(bytes).items().getFirst();
      assertThat(item.headline()).isEqualTo(whole.headline());
      assertThat(item.body()).isEqualTo(whole.body());
      assertThat(item.guid()).isEqualTo(whole.guid());
    }
  }

  @Test
  void aCorrectionMustBeReadAndAPreviewIsForEditors() throws Exception {
    WireItem corrected = only(GERMAN.replace("(Foto Archiv)", "(Berichtigung: Name berichtigt)"));
    assertThat(corrected.signal()).isEqualTo("sig:correction");
    assertThat(corrected.correctionNote()).isEqualTo("Name berichtigt");
    assertThat(corrected.mustBeRead()).as("of which message it doesn't say").isTrue();
    assertThat(only(GERMAN.replace("Foto Archiv", "Vorschau")).forEditors()).isTrue();
    assertThat(only(GERMAN.replace("2 pl", "2 rs")).forEditors()).isTrue();
  }

  @Test
  void anEmbargoIsHeldAndOneThatNobodyUnderstandsRefused() throws Exception {
    String held = GERMAN.replace("Foto Archiv", "Sperrfrist 26.9., 6.00 Uhr");
    assertThat(only(held).embargo()).isEqualTo(OffsetDateTime.parse("2024-09-26T06:00+02:00"));
    assertThat(refusal(GERMAN.replace("Foto Archiv", "Sperrfrist: Ende der Rede")))
        .isEqualTo("wire.refused.value");
  }

  @Test
  void aSenderThatDoesNotCountIsToldApartBySlugAndHeadline() throws Exception {
    String first = GERMAN.replace("bdt0123", "bdt0000");
    assertThat(only(first).guid()).isEqualTo(only(first).guid());
    assertThat(only(first).guid()).isNotEqualTo(only(first.replace("endlich", "doch")).guid());
  }

  @Test
  void anAmericanMessageIsReadWithItsTable() throws Exception {
    WireItem item = only(AMERICAN);
    assertThat(item.headline()).isEqualTo("Organ plays again");
    assertThat(item.byline()).isEqualTo("By ADA EXAMPLE, Associated Press");
    assertThat(item.dateline()).isEqualTo("MUEHLWALD, Italy");
    assertThat(item.credit()).isEqualTo("AP");
    assertThat(item.version()).as("the third take").isEqualTo(3);
    assertThat(item.guid()).isEqualTo("anpa:ap:2013-11-13:EU--Organ-Concert");
    assertThat(item.urgency()).isEqualTo(4);
    assertThat(item.body().html())
        .startsWith(
            "<p>The organ plays – again. “Finally,” she said.</p><p>It was loud.</p><table>")
        .contains("<td>Bolzano Sud</td><td>7</td><td>2½</td>")
        .endsWith("<h3>PROGRAM</h3><p>Bach</p>");
    assertThat(item.notes())
        .containsExactly(new WireItem.Note("Eds: Call the desk at 000.", false));
  }

  @Test
  void aKillIsACancelOfTheSameStory() throws Exception {
    WireItem kill = only(AMERICAN.replace("2ndLd-Writethru", "Kill"));
    assertThat(kill.status()).isEqualTo(WireItem.Status.CANCELED);
    assertThat(kill.guid()).isEqualTo(only(AMERICAN).guid());
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
