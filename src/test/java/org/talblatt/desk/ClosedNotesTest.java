package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.Samples;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What agencies close for the public stands nowhere in the paper, even where editors publish all.
 */
class ClosedNotesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Nachrichten", Role.EDITOR);
  private final TestBrowser reader = new TestBrowser(paper);
  private final Desk desk = paper.door(Desk.class);
  private final List<String> closed = new ArrayList<>();
  private final Set<String> addresses =
      new LinkedHashSet<>(
          List.of("/", "/aktuell", "/feed", "/aktuell/feed", "/sitemap.xml", "/api/v1/articles"));

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void nothingClosedStandsOnAnyPageFeedOrAnswerOfTheApi() throws Exception {
    Path folder = Samples.folder("wire");
    JsonNode all = JsonMapper.builder().build().readTree(folder.resolve("expected.json").toFile());
    int files = 0;
    for (Map.Entry<String, JsonNode> file : all.properties()) {
      int before = closed.size();
      collect(file.getValue());
      if (closed.size() > before) {
        publish(Files.readAllBytes(folder.resolve(file.getKey())), file.getKey());
        files++;
      }
    }
    assertThat(files).isGreaterThan(60);
    assertThat(closed).hasSizeGreaterThan(200);
    assertThat(addresses).as("pages and answers").hasSizeGreaterThan(80);
    int read = 0;
    for (String address : addresses) {
      HttpResponse<String> answer = reader.get(address);
      read += answer.statusCode() == 200 ? 1 : 0;
      String body = answer.body();
      String shown = body + " " + plain(Jsoup.parse(body).text());
      assertThat(closed).as(address).noneMatch(shown::contains);
    }
    assertThat(read).as("those that are out").isGreaterThan(60);
  }

  /** Every text under a name that says so, wherever it stands. */
  private void collect(JsonNode expected) {
    for (Map.Entry<String, JsonNode> one : expected.properties()) {
      if (one.getKey().startsWith("must_not_be_public")) {
        one.getValue().forEach(text -> closed.add(plain(text.asString(""))));
      }
    }
    for (JsonNode inner : expected) {
      if (inner.isContainer()) {
        collect(inner);
      }
    }
  }

  /** All that an editor can make an article of; the rest is tried and refused. */
  private void publish(byte[] bytes, String name) {
    String fileName = Path.of(name).getFileName().toString();
    for (Delivered.Item item :
        paper.door(Deliveries.class).deliver(bytes, fileName, null, true).items()) {
      if (item.path() == null && item.entry().publishable()) {
        desk.publish(item.entry().id(), "", EDITOR);
      }
      desk.path(item.entry().id()).ifPresent(this::look);
    }
  }

  private void look(String path) {
    addresses.add(path);
    addresses.add("/api/v1/articles/" + path.substring(path.lastIndexOf('-') + 1));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }
}
