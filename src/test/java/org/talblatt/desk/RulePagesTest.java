package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;

/** The newsroom writes its rules by forms, tries them, and switches them on. */
class RulePagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Regelwerk", Role.EDITOR);
  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 2, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aRuleIsTriedAgainstWhatCameBeforeItIsSwitchedOn() {
    deliver("Blasmusik im Park", "Text");
    HttpResponse<String> made =
        editor.post(
            "/redaktion/regeln",
            "name",
            "Blasmusik",
            "worte",
            "blasmusik*",
            "ressort",
            "politik",
            "weg",
            "publish");
    assertThat(made.statusCode()).isEqualTo(303);
    String trial = made.headers().firstValue("Location").orElseThrow();
    assertThat(trial).endsWith("/probe");
    Document page = Jsoup.parse(editor.follow(made).body());
    assertThat(page.text()).contains("trifft sie eine", "noch ausgeschaltet", "Blasmusik im Park");
    WireEntry before = deliver("Blasmusikkapelle sucht Nachwuchs", "Text");
    assertThat(before.state()).isEqualTo(WireEntry.State.INBOX);
    editor.post(
        Objects.requireNonNull(page.selectFirst("form[action$=schalter]")).attr("action"),
        "an",
        "1");
    WireEntry after = deliver("Blasmusikfest abgesagt", "Text");
    assertThat(after.state()).isEqualTo(WireEntry.State.AUTO_PUBLISHED);
    assertThat(editor.get("/redaktion/eingang?liste=published").body())
        .contains("/politik/blasmusikfest-abgesagt-");
    assertThat(now(before).state())
        .as("what waits never goes out")
        .isEqualTo(WireEntry.State.INBOX);
  }

  @Test
  void whatARulePutsAwaySaysWhyAndStaysWhereSomebodyTookItBack() {
    rule("Horoskope", "horoskop*", "discard");
    WireEntry away = deliver("Horoskop für Montag", "Text");
    assertThat(away.state()).isEqualTo(WireEntry.State.DISCARDED);
    assertThat(away.discardReason()).isEqualTo("Horoskope");
    editor.post("/redaktion/eingang/" + away.id() + "/rueckholung");
    assertThat(now(away).state()).isEqualTo(WireEntry.State.INBOX);
    paper
        .door(Deliveries.class)
        .deliver(
            OwnWire.version(now(away).guid(), 2, 5, 5, "usable", "Horoskop für Montag, neu"),
            "test",
            null,
            false);
    assertThat(now(away).state()).isEqualTo(WireEntry.State.INBOX);
  }

  @Test
  void whatSomebodyHasToReadDoesNotGoOutWhoeverAsks() {
    rule("Gemeinderat", "gemeinderat", "inbox");
    byte[] file = file("Gemeinderat tagt", "Text");
    Delivered.Item item =
        paper.door(Deliveries.class).deliver(file, "test", null, true).items().getFirst();
    assertThat(item.entry().state()).isEqualTo(WireEntry.State.INBOX);
  }

  @Test
  void anItemThatTouchesAPlaceOfOursRisesAndSaysWhich() {
    HttpResponse<String> saved =
        editor.post("/redaktion/regeln/orte", "orte", "Brixen, Bressanone\nMals\n");
    assertThat(saved.statusCode()).isEqualTo(303);
    WireEntry about = deliver("Markt in Bressanone", "Text");
    WireEntry mentioned = deliver("Konzert in Wien", "Die Sängerin stammt aus Mals.");
    WireEntry not = deliver("Konzert in Graz", "Damals und oftmals und mals so.");
    assertThat(about.route().near()).containsExactly("Brixen");
    assertThat(mentioned.route().near()).containsExactly("Mals");
    assertThat(not.route().near()).isEmpty();
    assertThat(about.route().lift()).isGreaterThan(mentioned.route().lift());
    editor.post("/redaktion/regeln/orte", "orte", "Graz");
    paper.run("wire-routing");
    assertThat(now(not).route().near()).as("what waits is asked again").containsExactly("Graz");
    assertThat(now(about).route().near()).isEmpty();
  }

  @Test
  void whatIsTypedWronglyIsSaidAndKept() {
    HttpResponse<String> none = editor.post("/redaktion/regeln", "name", "Alles", "weg", "publish");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("mindestens eine Bedingung", "value=\"Alles\"");
    HttpResponse<String> nothing =
        editor.post("/redaktion/regeln", "name", "Nichts", "worte", "wolf");
    assertThat(nothing.body()).contains("was mit der Meldung geschehen soll", ">wolf<");
    HttpResponse<String> star =
        editor.post("/redaktion/regeln", "name", "Stern", "worte", "*", "weg", "publish");
    assertThat(star.statusCode()).isEqualTo(422);
    HttpResponse<String> section =
        editor.post("/redaktion/regeln", "name", "Weg", "worte", "wolf", "ressort", "nirgends");
    assertThat(section.body()).contains("Das Ressort „nirgends“ gibt es nicht.");
    HttpResponse<String> zero =
        editor.post("/redaktion/regeln", "name", "N\0ull", "worte", "(((wolf", "weg", "inbox");
    assertThat(zero.statusCode()).isEqualTo(303);
    assertThat(editor.post("/redaktion/regeln/orte", "orte", "X").statusCode()).isEqualTo(422);
  }

  @Test
  void aRuleThatSomebodyElseChangedSinceIsNotOverwrittenAndOneOfTheProgramIsNotDeleted() {
    String path = rule("Wetter", "hagel*", "inbox");
    String[] typed = {"name", "Wetter", "worte", "hagel*", "weg", "publish", "stand", "1"};
    HttpResponse<String> stale = editor.post(path, typed);
    assertThat(stale.statusCode()).as("switched on since").isEqualTo(409);
    assertThat(editor.get("/redaktion/regeln").body()).contains("Suizid", "Todesfälle");
    String suicide =
        Objects.requireNonNull(
                Jsoup.parse(editor.get("/redaktion/regeln").body())
                    .selectFirst(".desk-item:contains(Suizid) h2 a"))
            .attr("href");
    assertThat(editor.post(suicide + "/loeschung").statusCode()).isEqualTo(409);
    assertThat(editor.post(path + "/loeschung").statusCode()).isEqualTo(303);
    assertThat(editor.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void rulesAreForWhoEditsAllSections() {
    Reader culture = TestReaders.create(paper, "Kulturredaktion");
    TestBrowser reader = TestBrowser.as(paper, culture);
    assertThat(reader.get("/redaktion/regeln").statusCode()).isEqualTo(403);
    TestBrowser publisher =
        TestBrowser.as(paper, TestReaders.create(paper, "Verlag", Role.PUBLISHER));
    Document page = Jsoup.parse(publisher.get("/redaktion/regeln").body());
    assertThat(page.select("main form")).isEmpty();
    assertThat(publisher.post("/redaktion/regeln/orte", "orte", "Bozen").statusCode())
        .isEqualTo(403);
  }

  /** A rule that is on; its address. */
  private String rule(String name, String words, String action) {
    HttpResponse<String> made =
        editor.post("/redaktion/regeln", "name", name, "worte", words, "weg", action);
    String path =
        made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    String rule = path.replace("/probe", "");
    editor.post(rule + "/schalter", "an", "1");
    return rule;
  }

  private static WireEntry now(WireEntry entry) {
    return paper.door(Wire.class).find(entry.id()).orElseThrow();
  }

  private static WireEntry deliver(String headline, String text) {
    return paper
        .door(Deliveries.class)
        .deliver(file(headline, text), "test", null, false)
        .items()
        .getFirst()
        .entry();
  }

  private static byte[] file(String headline, String text) {
    byte[] version =
        OwnWire.version("urn:regel:" + headline.hashCode(), 1, 0, 0, "usable", headline);
    String file = new String(version, StandardCharsets.UTF_8);
    return OwnWire.bytes(file.replace("Text zu " + headline, text));
  }
}
