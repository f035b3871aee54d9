package org.talblatt.desk.ways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.desk.OwnWire;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireList;

/** What is sent to us or put into a folder, and the administrator's screen for all ways. */
class DeliveredFilesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final AgencyCare care = paper.door(AgencyCare.class);
  private static final Reader CHIEF = TestReaders.create(paper, "Verwalter", Role.ADMINISTRATOR);
  private static final Reader EDITOR = TestReaders.create(paper, "Redakteur", Role.EDITOR);
  private static final String PAGE = "/redaktion/agenturen";
  private final TestBrowser chief = TestBrowser.as(paper, CHIEF);

  @BeforeAll
  static void agencies() {
    for (String name : new String[] {"apa", "ordner", "zu"}) {
      care.add(new AgencyForm(name, name, "", "", "", "", "asked"), Actor.console());
    }
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aProviderDeliversWithItsKeyInWhateverWayItsSystemKnows() {
    String key = care.newKey("apa", Actor.console());
    String basic = Base64.getEncoder().encodeToString(("egal:" + key).getBytes(UTF_8));
    int n = 0;
    for (String[] header :
        new String[][] {
          {"Authorization", "Bearer " + key},
          {"Authorization", "Basic " + basic},
          {"X-Talblatt-Key", key}
        }) {
      byte[] file = OwnWire.version("urn:stoss" + n++, 1, 0, 0, "usable", "Gestoßen");
      assertThat(push("apa", file, header).statusCode()).as(header[1]).isEqualTo(201);
      assertThat(push("apa", file, header).body()).contains("\"repeated\"");
    }
    WireEntry entry = entry("urn:stoss0");
    assertThat(entry.provider()).isEqualTo("apa");
    assertThat(entry.state()).isEqualTo(WireEntry.State.INBOX);
  }

  @Test
  void noOtherKeyOpensAProvidersWay() {
    String key = care.newKey("zu", Actor.console());
    byte[] file = OwnWire.version("urn:fremd", 1, 0, 0, "usable", "Fremd");
    String[] shown = {"Authorization", "Bearer " + key};
    assertThat(push("apa", file, shown).statusCode()).isEqualTo(401);
    assertThat(push("niemand", file, shown).statusCode()).isEqualTo(401);
    assertThat(push("zu", file, "Authorization", "Bearer falsch").statusCode()).isEqualTo(401);
    assertThat(push("zu", file, "X-Ohne", "x").statusCode()).isEqualTo(401);
    long id = paper.door(WayKeys.class).of("zu").getFirst().id();
    care.revokeKey("zu", id, Actor.console());
    assertThat(push("zu", file, shown).statusCode()).isEqualTo(401);
    assertThat(stored(key)).isZero();
  }

  @Test
  void aProviderWhoSendsSlowlyHoldsItsOwnTwoTurnsOnly() throws Exception {
    care.add(new AgencyForm("langsam", "L", "", "", "", "", "asked"), Actor.console());
    String slow = care.newKey("langsam", Actor.console());
    String other = care.newKey("apa", Actor.console());
    byte[] file = OwnWire.version("urn:langsam", 1, 0, 0, "usable", "Langsam");
    List<Socket> begun = new ArrayList<>();
    // one that comes while we ask is refused, too: so another one is begun until two wait
    Eventually.until(
        "two wait",
        () -> {
          begun.add(begun("langsam", slow));
          return push("langsam", file, "X-Talblatt-Key", slow).statusCode() == 429;
        });
    HttpResponse<String> third = push("langsam", file, "X-Talblatt-Key", slow);
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).contains("1");
    assertThat(push("apa", file, "X-Talblatt-Key", other).statusCode()).isEqualTo(201);
    for (Socket each : begun) {
      each.close();
    }
    Eventually.until(
        "free again", () -> push("langsam", file, "X-Talblatt-Key", slow).statusCode() < 300);
  }

  /** A delivery of two bytes that are still to come. */
  private static Socket begun(String provider, String key) throws IOException {
    URI url = paper.url("/api/v1/deliveries/" + provider);
    Socket socket = new Socket(url.getHost(), url.getPort());
    String head =
        "POST "
            + url.getPath()
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nX-Talblatt-Key: "
            + key
            + "\r\nContent-Length: 2\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    return socket;
  }

  @Test
  void anUnreadableDeliveryIsToldAndSeenOnTheScreen() {
    String key = care.newKey("apa", Actor.console());
    byte[] broken = "<newsItem>\n<itemMeta>".getBytes(UTF_8);
    HttpResponse<String> answer = push("apa", broken, "X-Talblatt-Key", key);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(chief.get(PAGE + "/apa").body()).contains("gestört", "Zeile 2");
    push("apa", OwnWire.version("urn:gut", 1, 0, 0, "usable", "Gut"), "X-Talblatt-Key", key);
    assertThat(Jsoup.parse(chief.get(PAGE).body()).select(".ways-agency").text())
        .contains("in Ordnung");
  }

  @Test
  void filesAreMovedWhenTakenAndNoneIsWrittenOver() throws Exception {
    Path folder = paper.settings().wire().folder().resolve("ordner");
    put(folder, "a.json", OwnWire.version("urn:ordner:a", 1, 0, 0, "usable", "Aus dem Ordner"));
    put(folder, "kaputt.xml", "<newsItem>\n<itemMeta>".getBytes(UTF_8));
    put(folder, "halb.json.part", OwnWire.bytes("{"));
    Eventually.until("taken", () -> files(folder) == 1);
    assertThat(entry("urn:ordner:a").provider()).isEqualTo("ordner");
    put(folder, "a.json", OwnWire.version("urn:ordner:b", 1, 0, 0, "usable", "Noch einer"));
    Eventually.until("taken", () -> files(folder) == 1);
    try (Stream<Path> done = Files.walk(folder.resolve("done"));
        Stream<Path> refused = Files.walk(folder.resolve("refused"))) {
      assertThat(done.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("a.json", "a.json-2");
      assertThat(refused.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactly("kaputt.xml");
    }
    assertThat(folder.resolve("halb.json.part")).exists();
  }

  @Test
  void aFileThatWasReplacedSinceTheLookStaysForTheNextOne(@TempDir Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("innen"));
    DroppedFiles files = paper.door(DroppedFiles.class);
    put(inner, "a.json", OwnWire.version("urn:erst", 1, 0, 0, "usable", "Erst"));
    DroppedFiles.Dropped seen = files.in(inner).finished().getFirst();
    Files.delete(seen.file());
    put(inner, "a.json", OwnWire.version("urn:danach", 1, 0, 0, "usable", "Danach"));
    files.take(inner, seen, "ordner");
    assertThat(files(inner)).isEqualTo(1);
    files.take(inner, files.in(inner).finished().getFirst(), "ordner");
    assertThat(files(inner)).isZero();
    assertThat(entry("urn:danach").provider()).isEqualTo("ordner");
  }

  @Test
  void whatIsSwitchedOffTakesNothingUntilItIsOnAgain() throws Exception {
    care.add(new AgencyForm("pause", "Pause", "", "", "", "", "asked"), Actor.console());
    String key = care.newKey("pause", Actor.console());
    for (WayHealth each : paper.door(WayHealths.class).of("pause")) {
      care.switchWay("pause", each.way().id(), false, Actor.console());
    }
    byte[] file = OwnWire.version("urn:pause", 1, 0, 0, "usable", "Pause");
    assertThat(push("pause", file, "X-Talblatt-Key", key).statusCode()).isEqualTo(401);
    Path root = paper.settings().wire().folder();
    put(root.resolve("pause"), "p.json", file);
    // a file of somebody else that comes later is taken: so the look has passed this one
    put(root.resolve("zu"), "nachher.json", OwnWire.version("urn:n", 1, 0, 0, "usable", "N"));
    Eventually.until("the other is taken", () -> files(root.resolve("zu")) == 0);
    assertThat(files(root.resolve("pause"))).isEqualTo(1);
    long folder = paper.door(WayHealths.class).of("pause").getLast().way().id();
    care.switchWay("pause", folder, true, Actor.console());
    Eventually.until("taken", () -> files(root.resolve("pause")) == 0);
  }

  @Test
  void aFolderThatCantBeUsedIsTakenFromOnceItCanBe() throws Exception {
    Path root = paper.settings().wire().folder();
    Path aside = root.resolveSibling("beiseite");
    DropFolders folders = paper.door(DropFolders.class);
    folders.stop();
    Files.move(root, aside);
    Files.createFile(root);
    folders.start();
    Files.delete(root);
    Eventually.until("made anew", () -> Files.isDirectory(root.resolve("apa")));
    put(root.resolve("apa"), "neu.json", OwnWire.version("urn:neu", 1, 0, 0, "usable", "N"));
    Eventually.until("taken", () -> files(root.resolve("apa")) == 0);
    assertThat(entry("urn:neu").provider()).isEqualTo("apa");
  }

  @Test
  void whatLiesInTheFolderItselfIsOfWhoTheFileSays() throws Exception {
    Path folder = paper.settings().wire().folder();
    put(folder, "frei.json", OwnWire.version("urn:frei", 1, 0, 0, "usable", "Frei"));
    Eventually.until("taken", () -> files(folder) == 0);
    assertThat(entry("urn:frei").provider()).isEqualTo("dpa");
  }

  @Test
  void anAdministratorAgreesAddsWaysAndMakesKeysAndAllOfItIsInTheLog() {
    assertThat(
            chief
                .post(
                    PAGE,
                    "kuerzel",
                    "ANSA",
                    "name",
                    "ANSA",
                    "kredit",
                    "ANSA/{credit}",
                    "sprache",
                    "it",
                    "ungelesen",
                    "nothing")
                .statusCode())
        .isEqualTo(303);
    String page = PAGE + "/ansa";
    HttpResponse<String> added =
        chief.post(
            page + "/wege",
            "art",
            "wireq",
            "adresse",
            "https://queue.example/geheim-123",
            "abstand",
            "30");
    assertThat(added.statusCode()).isEqualTo(303);
    Document shown = Jsoup.parse(chief.get(page).body());
    assertThat(shown.text()).contains("dpa wireQ queue.example").doesNotContain("geheim-123");
    assertThat(shown.html()).doesNotContain("geheim-123");
    assertThat(log("ansa")).containsExactly("agency.added", "agency.way-added");
    assertThat(chief.get("/verwaltung/protokoll").body())
        .contains("Agentur eingetragen")
        .doesNotContain("geheim-123");
  }

  @Test
  void aKeyIsShownOnceAndNeverAgain() {
    care.add(new AgencyForm("neu", "Neu", "", "", "", "", "asked"), Actor.console());
    String page = PAGE + "/neu";
    Document key = Jsoup.parse(chief.post(page + "/schluessel").body());
    assertThat(key.select(".desk-done code").text()).hasSize(43);
    assertThat(chief.get(page).body()).doesNotContain(key.select(".desk-done code").text());
    assertThat(log("neu")).containsExactly("agency.added", "agency.key-made");
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedStays() {
    HttpResponse<String> refused =
        chief.post(
            PAGE + "/apa/wege",
            "art",
            "sftp",
            "adresse",
            "https://server.example/x",
            "benutzer",
            "wir",
            "abstand",
            "300");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("sftp://agentur.example/ordner", "https://server.example/x");
    assertThat(chief.post(PAGE, "kuerzel", "done", "name", "x").statusCode()).isEqualTo(422);
    assertThat(chief.post(PAGE, "kuerzel", "x", "name", "a\u0000b").statusCode()).isEqualTo(422);
    assertThat(
            chief
                .post(
                    PAGE + "/apa/wege",
                    "art",
                    "feed",
                    "adresse",
                    "http://server.example/x",
                    "geheimnis",
                    "abc",
                    "abstand",
                    "300")
                .body())
        .contains("geht nicht offen über http");
  }

  @Test
  void aPasswordDoesNotFollowAWayToAnotherServer() {
    care.add(new AgencyForm("wandert", "W", "", "", "", "", "asked"), Actor.console());
    care.addWay("wandert", typed("https://alt.example/a", "wir", "streng"), Actor.console());
    Way way = paper.door(WayHealths.class).of("wandert").getLast().way();
    String path = PAGE + "/wandert/wege/" + way.id();
    String[] moved = fields("https://neu.example/a");
    assertThat(chief.post(path, moved).statusCode()).isEqualTo(422);
    assertThat(chief.post(path, fields("https://alt.example/b")).statusCode()).isEqualTo(303);
    Way after = paper.door(Ways.class).find(way.id()).orElseThrow();
    assertThat(after.secret()).isEqualTo("streng");
    assertThat(after.address()).hasToString("https://alt.example/b");
  }

  @Test
  void editorsSeeHowTheWaysAreAndChangeNothing() {
    TestBrowser editor = TestBrowser.as(paper, EDITOR);
    Document page = Jsoup.parse(editor.get(PAGE + "/apa").body());
    assertThat(page.select("form[action^=/redaktion/agenturen]")).isEmpty();
    assertThat(page.select(".ways-agency")).hasSize(2);
    assertThat(editor.post(PAGE + "/apa/schluessel").statusCode()).isEqualTo(403);
    assertThat(editor.post(PAGE, "kuerzel", "x", "name", "x").statusCode()).isEqualTo(403);
    assertThat(new TestBrowser(paper).get(PAGE).statusCode()).isNotEqualTo(200);
  }

  private static List<String> log(String agency) {
    return paper
        .door(JdbcClient.class)
        .sql("select what from audit_entry where subject = ? order by id")
        .param(agency)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static WayForm.Typed typed(String address, String login, String secret) {
    return new WayForm.Typed("feed", address, login, secret, "21600");
  }

  private static String[] fields(String address) {
    return new String[] {
      "art", "feed", "adresse", address, "benutzer", "wir", "geheimnis", "", "abstand", "21600"
    };
  }

  private static HttpResponse<String> push(String provider, byte[] file, String... header) {
    TestBrowser machine = new TestBrowser(paper);
    return machine.send(
        machine
            .request("/api/v1/deliveries/" + provider)
            .header(header[0], header[1])
            .POST(BodyPublishers.ofByteArray(file)));
  }

  private static void put(Path folder, String name, byte[] content) throws IOException {
    Path written = Files.createTempFile(folder.getParent(), ".neu", ".tmp");
    Files.write(written, content);
    Files.setLastModifiedTime(written, FileTime.from(Instant.now().minusSeconds(60)));
    Files.move(written, folder.resolve(name));
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static WireEntry entry(String guid) {
    return paper.door(Wire.class).list(WireList.ALL, null, 1000).stream()
        .filter(each -> each.guid().equals(guid))
        .findFirst()
        .orElseThrow();
  }

  /** How many rows hold a key as it is. */
  private static long stored(String key) {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from wire_key where encode(hash, 'escape') = ?")
        .param(key)
        .query(Long.class)
        .single();
  }
}
