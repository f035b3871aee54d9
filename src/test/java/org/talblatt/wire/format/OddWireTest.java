package org.talblatt.wire.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;

/** Files that no agency means to send. */
class OddWireTest {
  private static final String ITEM =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:seltsam" version="1">
      <itemMeta><provider qcode="nprov:apa"/></itemMeta>
      <contentMeta><headline>Titel</headline></contentMeta>
      <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>Text</body></html>
      </inlineXML></contentSet></newsItem>
      """;

  @Test
  void aTextOfNothingButCodesIsReadHoweverLongItIs() throws Exception {
    String codes = "A1 ".repeat(50_000).strip();
    assertThat(read(ITEM.replace("Text", codes)).body().html()).isEqualTo("<p>" + codes + "</p>");
    assertThat(read(ITEM.replace("Text", "A1 B2 C3 D4 E5")).body().isEmpty()).isTrue();
  }

  @Test
  void aReaderThatBreaksRefusesTheFileUnderAReference() {
    for (Throwable mistake : List.of(new StackOverflowError(), new IllegalStateException("x"))) {
      Refusal refusal = refused(ITEM, new Breaking(mistake));
      assertThat(refusal.key()).isEqualTo("wire.refused.internal");
      assertThat(refusal.in(Messages.of("en"))).matches(".*reference [0-9a-f]{8}.*");
    }
  }

  @Test
  void aNegativeOrWordyVersionIsRefusedWithItsValue() {
    for (String version : List.of("-1", "1.5", "+2", "1e3", "99999999999999999999")) {
      assertThat(refused(ITEM.replace("version=\"1\"", "version=\"" + version + "\"")).arguments())
          .containsExactly("version", version);
    }
  }

  @Test
  void whatIsWrongWithAFileIsSaidInOurWords() {
    for (String broken :
        List.of("<newsItem><a>&x;</a></newsItem>", "<newsItem><a", "<newsItem &>")) {
      assertThat(refused(broken).in(Messages.of("de")))
          .matches("Zeile 1, Spalte \\d+: Hier ist das XML oder JSON nicht wohlgeformt\\.");
    }
    String deep = "<newsItem>" + "<a>".repeat(200);
    assertThat(refused(deep).in(Messages.of("de")))
        .matches("Zeile 1, Spalte \\d+: tiefer verschachtelt .+")
        .doesNotContain("JAXP", "jdk.xml");
  }

  @Test
  void textThatTurnsTheWritingDirectionOrCannotBePrintedLosesIt() throws Exception {
    String odd = "a&#x202E;b&#x2066;c&#xE000;d\u0085e\u202Bf";
    WireItem item = read(ITEM.replace("Titel", odd).replace("Text", odd + " &amp;#x202E;g"));
    assertThat(item.headline()).isEqualTo("abcdef");
    assertThat(item.body().html()).isEqualTo("<p>abcdef g</p>");
    assertThat(read(ITEM.replace("Titel", "\u0645\u200F\u200D!")).headline())
        .as("marks that Arabic needs stay")
        .isEqualTo("\u0645\u200F\u200D!");
  }

  @Test
  void aHeadlineLongerThanHeadlinesAreWaitsForAnEditorAndOneWithoutEndIsRefused() throws Exception {
    assertThat(read(ITEM.replace("Titel", "x".repeat(300))).mustBeRead()).isFalse();
    assertThat(read(ITEM.replace("Titel", "x".repeat(301))).mustBeRead()).isTrue();
    assertThat(refused(ITEM.replace("Titel", "x".repeat(20_000))).arguments())
        .startsWith("headline");
  }

  private record Breaking(Throwable mistake) implements WireFormat {
    @Override
    public boolean recognises(WireFile file) {
      return true;
    }

    @Override
    public List<Entry> entries(WireFile file) {
      return List.of(new Entry("urn:x", this::fail), new Entry("urn:y", this::fail));
    }

    private WireItem fail() {
      if (mistake instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) mistake;
    }
  }

  private static WireItem read(String file) throws UnreadableWire {
    return WireFormats.read(bytes(file)).items().getFirst();
  }

  private static Refusal refused(String file) {
    return Objects.requireNonNull(
            catchThrowableOfType(UnreadableWire.class, () -> WireFormats.read(bytes(file))))
        .refusal();
  }

  private static Refusal refused(String file, WireFormat format) {
    return Objects.requireNonNull(
            catchThrowableOfType(
                UnreadableWire.class, () -> WireFormats.read(bytes(file), List.of(format))))
        .refusal();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
