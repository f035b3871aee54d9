package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireReader;

/** Files that are broken, and files that are meant to break us. */
class HostileWireTest {
  private static final String ITEM =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:feind" version="1">
      <itemMeta><provider qcode="nprov:apa"/></itemMeta>
      <contentMeta><headline>Titel</headline></contentMeta>
      <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text</p></body></html>
      </inlineXML></contentSet></newsItem>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE newsItem [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>",
        "<!DOCTYPE newsItem [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE newsItem [<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">]>",
        "<?xml version=\"1.0\"?>\n<!-- > --><!DOCTYPE newsItem SYSTEM \"x>y\" [ <!-- ] --> <!ENTITY x 'y'> ]>",
      })
  void aFileWithEntitiesOfItsOwnIsRefusedWithThePlace(String doctype) {
    Refusal refusal = refused(bytes(doctype + ITEM.replace("Text", "&x;")));
    assertThat(refusal.key()).isEqualTo("wire.refused.doctype");
    assertThat(refusal.arguments().getFirst()).isEqualTo(doctype.contains("?xml") ? "2" : "1");
  }

  @Test
  void aDtdThatIsOnlyNamedIsNeitherFetchedNorAReasonToRefuse() throws Exception {
    for (String doctype :
        List.of(
            "<!DOCTYPE newsItem SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE newsItem PUBLIC \"-//X\" \"x.dtd\" [<!ENTITY % p SYSTEM \"y.dtd\"> %p; ]>")) {
      assertThat(read(doctype + ITEM).headline()).isEqualTo("Titel");
    }
  }

  @Test
  void whatCanMeanOnlyOneThingIsRepaired() throws Exception {
    String odd = "a & b &nbsp;c&uuml; 3 < 4 \u0001&#2;d <x:i>e</x:i> <!-- - -- -->f ?q=1&copy=2";
    assertThat(read(ITEM.replace("Text", odd)).body().html())
        .isEqualTo("<p>a &amp; b &nbsp;cü 3 &lt; 4 d <i>e</i> f ?q=1&amp;copy=2</p>");
    assertThat(read("\n \n<?xml version=\"1.1\" encoding=\"klingonisch\"?>\n" + ITEM).headline())
        .isEqualTo("Titel");
  }

  @Test
  void whatCouldMeanMoreIsRefusedWithThePlaceInTheFileAsSent() {
    String open = ITEM.replace("<p>Text</p>", "A & B & C & D <p>Text");
    assertThat(refused(bytes(open)).key()).isEqualTo("wire.refused.not-well-formed");
    int line = (int) open.substring(0, open.indexOf("</body>")).lines().count();
    int column = open.lines().toList().get(line - 1).indexOf("</body>") + "</body".length() + 1;
    assertThat(refused(bytes(open)).arguments().getFirst()).isEqualTo("" + line);
    assertThat(Integer.parseInt(refused(bytes(open)).arguments().get(1)))
        .isBetween(column - "</body".length(), column + 1);
    assertThat(refused(bytes(ITEM.replace("Text", "&unbekannt;"))).key())
        .isEqualTo("wire.refused.not-well-formed");
  }

  @Test
  void packedFilesAreRefusedUnopened() throws IOException {
    assertThat(refused(gzip()).key()).isEqualTo("wire.refused.compressed");
    assertThat(refused(zip()).key()).isEqualTo("wire.refused.compressed");
  }

  @Test
  void aTreeOfTooManyElementsIsNotBuilt() {
    String many = ITEM.replace("Text", "<b/>".repeat(450_000));
    assertThat(refused(bytes(many)).key()).isEqualTo("wire.refused.too-complex");
    assertThat(refused(bytes("<nitf>" + "<a>".repeat(130))).key())
        .isEqualTo("wire.refused.too-complex");
    StringBuilder wide = new StringBuilder("<NewsML");
    for (int i = 0; i < 150; i++) {
      wide.append(" a").append(i).append("=\"x\"");
    }
    assertThat(refused(bytes(wide + "><NewsItem/></NewsML>")).key())
        .isEqualTo("wire.refused.too-complex");
  }

  @Test
  void noStoryIsSoLongAndNoMistakeSoFrequent() throws Exception {
    String long1 = ITEM.replace("Text", "wort ".repeat(250_000));
    assertThat(refused(bytes(long1)).arguments()).containsExactly("body", "Titel");
    String tags = ITEM.replace("Text", "<b/>".repeat(70_000));
    assertThat(refused(bytes(tags)).arguments()).containsExactly("body", "Titel");
    String cancel = long1.replace("</itemMeta>", "<pubStatus qcode=\"stat:canceled\"/></itemMeta>");
    assertThat(read(cancel).status()).isEqualTo(WireItem.Status.CANCELED);
    assertThat(refused(bytes(ITEM.replace("Text", "&".repeat(2_000_000)))).key())
        .isEqualTo("wire.refused.not-well-formed");
    String numbers =
        "{\"format\":\"digitalwires@1\",\"categories\":[" + "1,".repeat(600_000) + "1]}";
    assertThat(refused(bytes(numbers)).key()).isEqualTo("wire.refused.too-complex");
    String items = "<newsItem guid=\"x\"/>".repeat(5001);
    assertThat(refused(bytes("<newsMessage><itemSet>" + items + "</itemSet></newsMessage>")).key())
        .isEqualTo("wire.refused.too-complex");
  }

  @Test
  void nothingLargerThanTheBoundIsLookedAt() {
    assertThat(refused(new byte[WireReader.MOST_BYTES + 1]).key())
        .isEqualTo("wire.refused.too-large");
  }

  @Test
  void theCharsetIsTheOneThatTheBytesAreIn() throws Exception {
    String words = "Größe in Müllhäuser Straße, già così";
    String file = "<?xml version=\"1.0\" encoding=\"%s\"?>" + ITEM.replace("Titel", words);
    for (String[] one :
        List.of(
            new String[] {"iso-8859-1", "UTF-8"},
            new String[] {"utf-8", "windows-1252"},
            new String[] {"utf-8", "IBM850"},
            new String[] {"iso-8859-1", "IBM850"},
            new String[] {"IBM850", "IBM850"},
            new String[] {"iso-8859-15", "ISO-8859-15"},
            new String[] {"utf-8", "UTF-16LE"},
            new String[] {"utf-16", "UTF-16BE"})) {
      byte[] bytes = file.formatted(one[0]).getBytes(Charset.forName(one[1]));
      assertThat(WireFormats.read(bytes).items().getFirst().headline())
          .as("declared as %s, sent as %s", one[0], one[1])
          .isEqualTo(words);
    }
    String twice = new String(bytes(file.formatted("utf-8")), ISO_8859_1);
    assertThat(read(twice).headline()).as("encoded twice").isEqualTo(words);
    byte[] cut = bytes(file.formatted("utf-8").replace("Text", "xöx"));
    cut[new String(cut, ISO_8859_1).indexOf("x\u00c3\u00b6x") + 2] = 'x';
    assertThat(WireFormats.read(cut).items().getFirst().headline())
        .as("one broken character doesn't cost the others")
        .isEqualTo(words);
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[1_000_000]);
    }
    return out.toByteArray();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bombe.xml"));
      zip.write(new byte[1_000_000]);
    }
    return out.toByteArray();
  }

  private static WireItem read(String file) throws UnreadableWire {
    return WireFormats.read(bytes(file)).items().getFirst();
  }

  private static Refusal refused(byte[] file) {
    return Objects.requireNonNull(
            catchThrowableOfType(UnreadableWire.class, () -> WireFormats.read(file)))
        .refusal();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
