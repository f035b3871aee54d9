package org.talblatt.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.wire.WireItem;

/** What a body holds for newsrooms only stands in closed notes, however it is marked up. */
class ClosedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>(Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt)</p>"
            + "<p>Autor X, +43 1 234</p>",
        "<div>(Die folgenden <b>Informationen</b> sind nicht zur Ver&#173;öffentlichung"
            + " bestimmt)</div><table><tr><td>Autor X, +43 1 234</td></tr></table>",
        "<div><p>Nicht&#160;zur Veröffentlichung:</p></div><ul><li>+43 1 234</li></ul>",
        "<p>Rückfragen Redaktion: Autor X, +43 1 234</p>",
        "<p>Not for publication</p>\n  Autor X, +43 1 234",
        "<blockquote>Le seguenti informazioni non sono destinate alla pubblicazione"
            + "</blockquote><p>+43 1 234</p>",
      })
  void fromASentenceThatSaysSoOnNothingIsForThePublicAndAnEditorLooks(String end) throws Exception {
    WireItem item = withEnd(end);
    assertThat(item.body().html()).endsWith("kamen am Sonntag <strong>400 Menschen</strong>.</p>");
    assertThat(closed(item)).anyMatch(note -> note.contains("+43 1 234"));
    assertThat(item.mustBeRead()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>(B I L D - Ein Foto liegt vor, +43 1 234)</p>",
        "<p>(BILD: Ein Foto liegt vor, +43 1 234)</p>",
        "<ul><li>(S E R V I C E - Karten unter +43 1 234)</li></ul>",
        "<div>(A V I S O: Termin um <b>zehn</b>, +43 1 234)</div>",
        "<p hidden=\"hidden\">Nur intern: +43 1 234</p>",
        "<div style=\"color: red; display : none\"><p>Nur intern: +43 1 234</p></div>",
      })
  void aServiceLineOrAHiddenBlockGoesAloneAndTheRestMayGoOut(String line) throws Exception {
    WireItem item = withEnd(line + "<p>Es war schön.</p>");
    assertThat(item.body().html()).endsWith("400 Menschen</strong>.</p><p>Es war schön.</p>");
    assertThat(closed(item)).anyMatch(note -> note.contains("+43 1 234"));
    assertThat(item.mustBeRead()).isFalse();
  }

  @Test
  void aLongReportThatQuotesTheSentenceStaysWholeAndWaitsForAnEditor() throws Exception {
    String report =
        "Das Gutachten sei nicht zur Veröffentlichung bestimmt gewesen, sagte der Bürgermeister. "
            + "Der Gemeinderat hatte mehrmals danach gefragt. ".repeat(6).strip();
    WireItem item = withEnd("<p>" + report + "</p>");
    assertThat(item.body().html()).endsWith("<p>" + report + "</p>");
    assertThat(item.mustBeRead()).isTrue();
  }

  @Test
  void theSentenceInATeaserMakesTheItemWaitToo() throws Exception {
    String meta = "<description role=\"drol:summary\">Not for publication</description>";
    assertThat(read(apa().replace("<contentMeta>", "<contentMeta>" + meta)).mustBeRead()).isTrue();
    assertThat(read(apa()).mustBeRead()).isFalse();
  }

  private static WireItem withEnd(String end) throws Exception {
    String service = "<p>(S E R V I C E - www.orgel.example)</p>";
    assertThat(apa()).contains(service);
    return read(apa().replace(service, end));
  }

  private static List<String> closed(WireItem item) {
    return item.notes().stream().filter(n -> !n.isPublic()).map(WireItem.Note::text).toList();
  }

  private static WireItem read(String file) throws Exception {
    return WireFormats.read(file.getBytes(StandardCharsets.UTF_8)).items().getFirst();
  }

  private static String apa() throws Exception {
    try (InputStream in = ClosedTextTest.class.getResourceAsStream("/wire/apa.xml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
