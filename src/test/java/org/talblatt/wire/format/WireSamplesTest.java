package org.talblatt.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.talblatt.testing.Samples;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real agency files, against what others read off them. */
class WireSamplesTest {
  private int read;
  private int met;
  private final Map<String, List<String>> differing = new TreeMap<>();

  @Test
  void nearlyAllValuesThatOthersReadAreOursToo() throws Exception {
    each(
        (name, expected, readOff, item) ->
            readOff
                .propertyStream()
                .forEach(
                    entry -> {
                      Boolean equal = Expectation.met(entry.getKey(), entry.getValue(), item);
                      if (equal != null) {
                        count(equal, entry.getKey(), name);
                      }
                    }));
    differing.forEach(
        (key, files) -> System.out.println(key + " differs in " + files.size() + ": " + files));
    System.out.printf("%d of %d values are equal%n", met, read);
    assertThat(read).isGreaterThan(4000);
    assertThat(met / (double) read).isGreaterThan(0.98);
  }

  @Test
  void whatMustNotBePublicStandsInClosedNotesOnly() throws Exception {
    List<String> leaks = new ArrayList<>();
    int[] checked = {0};
    each(
        (name, expected, readOff, item) -> {
          List<JsonNode> closed = new ArrayList<>();
          expected.path("newsroom").path("must_not_be_public").forEach(closed::add);
          readOff.path("must_not_be_public").forEach(closed::add);
          String open = openTexts(item);
          for (JsonNode text : closed) {
            checked[0]++;
            if (open.contains(Expectation.plain(text))) {
              leaks.add(name + ": " + text);
            }
          }
        });
    assertThat(leaks).isEmpty();
    assertThat(checked[0]).isGreaterThan(200);
  }

  @Test
  void creditAndDestinationAreWhatANewsroomExpects() throws Exception {
    each(
        (name, expected, readOff, item) -> {
          JsonNode newsroom = expected.path("newsroom");
          if (newsroom.has("credit_display_expected")) {
            assertThat("Von: " + item.credit())
                .as(name)
                .isEqualTo(newsroom.path("credit_display_expected").asString());
          }
          if (newsroom.has("service_message_to_editors")) {
            assertThat(item.forEditors())
                .as(name)
                .isEqualTo(newsroom.path("service_message_to_editors").asBoolean());
          }
        });
  }

  @Test
  void hostileFilesAreRefusedOrDisarmed() throws Exception {
    Path hostile = Samples.folder("wire").resolve("_derived/hostile");
    for (String file : List.of("xxe-newsmlg2.xml", "truncated-newsmlg2.xml")) {
      byte[] bytes = Files.readAllBytes(hostile.resolve(file));
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> WireFormats.read(bytes)))
          .as(file)
          .isInstanceOf(UnreadableWire.class);
    }
    WireItem item =
        WireFormats.read(Files.readAllBytes(hostile.resolve("xss.json"))).items().getFirst();
    assertThat(item.body().html())
        .contains("Text", "Link", "Ende")
        .doesNotContainIgnoringCase(
            "<script",
            "onclick",
            "onerror",
            "onload",
            "javascript:",
            "<svg",
            "evil.example",
            "position:fixed");
  }

  /** Everything that may be printed, as one text. */
  private static String openTexts(WireItem item) {
    List<String> texts = new ArrayList<>();
    texts.add(Jsoup.parseBodyFragment(item.body().html()).text());
    WireJson.object(item)
        .forEach(
            (key, value) -> {
              if (!key.equals("notes")) {
                texts.add(String.valueOf(value));
              }
            });
    item.notes().stream().filter(WireItem.Note::isPublic).forEach(n -> texts.add(n.text()));
    return Expectation.plain(String.join(" | ", texts));
  }

  private void count(boolean equal, String key, String name) {
    read++;
    if (equal) {
      met++;
    } else {
      differing.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
    }
  }

  private interface Check {
    void check(String name, JsonNode expected, JsonNode readOff, WireItem item);
  }

  private static void each(Check check) throws Exception {
    Path folder = Samples.folder("wire");
    JsonNode all = JsonMapper.builder().build().readTree(folder.resolve("expected.json").toFile());
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      String format = entry.getValue().path("format").asString("");
      if (!format.equals("newsml-g2") && !format.equals("dpa-digitalwires")) {
        continue;
      }
      List<WireItem> items =
          WireFormats.read(Files.readAllBytes(folder.resolve(entry.getKey()))).items();
      JsonNode readOff = entry.getValue().path("read_off");
      List<JsonNode> perItem = new ArrayList<>();
      if (readOff.isArray()) {
        readOff.forEach(perItem::add);
      } else {
        perItem.add(readOff);
      }
      assertThat(items).as(entry.getKey()).hasSameSizeAs(perItem);
      for (int i = 0; i < items.size(); i++) {
        check.check(entry.getKey(), entry.getValue(), perItem.get(i), items.get(i));
      }
    }
  }
}
