package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSetting;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Rate by keyboard, come back from the wall, see hidden counts, judge a ring. */
class RatingJourneyTest {
  private static final Chromium.Look SMALL =
      new Chromium.Look("small phone", 320, 640, true, ColorScheme.LIGHT);

  /** A window of 1280 pixels at 200 %. */
  private static final Chromium.Look ENLARGED =
      new Chromium.Look("enlarged", 640, 512, false, ColorScheme.DARK);

  private static final TestPaper paper = TestPaper.start();
  private static final Reader writer = TestReaders.create(paper, "Schreiberin");
  private static final Reader rater = TestReaders.withPassword(paper, "Kritiker");
  private static final Reader moderator =
      TestReaders.withPassword(paper, "Wächterin", Role.MODERATOR);

  private final Discussion discussion = paper.door(Discussion.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @AfterEach
  void usual() {
    change(TalkSetting.NONE);
  }

  @Test
  void byKeyboardAVoteIsGivenTurnedRoundAndTakenBackAndTheButtonsSayWhatTheyAre() {
    CommentId id = comments("Mit Tasten", 1).getFirst();
    try (Visit visit = as(rater, ENLARGED, true)) {
      Page page = visit.open(Links.article(id.article()));
      Locator up = page.getByRole(button(), named("Zustimmen")).first();
      Locator down = page.getByRole(button(), named("Ablehnen")).first();
      up.focus();
      page.keyboard().press("Enter");
      assertThat(up).hasAttribute("aria-pressed", "true");
      assertThat(up).hasAccessibleName(Pattern.compile("Zustimmen\\s*1"));
      assertThat(up).isFocused();
      page.keyboard().press("Tab");
      assertThat(down).isFocused();
      page.keyboard().press("Space");
      assertThat(down).hasAttribute("aria-pressed", "true");
      assertThat(up).hasAttribute("aria-pressed", "false");
      page.keyboard().press("Space");
      assertThat(down).hasAttribute("aria-pressed", "false");
      assertThat(down).hasAccessibleName(Pattern.compile("Ablehnen\\s*0"));
      visit.looksRight();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theWallLeadsBackToTheCommentThatWasToBeRated(boolean script) {
    CommentId third = comments("Zurück " + script, 3).getLast();
    try (Visit visit = new Visit(paper, SMALL, script)) {
      Page page = visit.open(Links.article(third.article()));
      page.locator("#kommentar-3 .vote-up").click();
      if (script) {
        assertThat(page.locator(".wall-here")).hasRole(AriaRole.STATUS);
        visit.looksRight();
        page.locator(".wall-here .wall-in").click();
      }
      fill(page, rater);
      page.waitForURL(Pattern.compile("#kommentar-3$"));
      page.locator("#kommentar-3 .vote-up").click();
      assertThat(page.locator("#kommentar-3 .vote-up .vote-count")).hasText("1");
      assertThat(page.locator("#kommentar-3 .vote-up")).hasAttribute("aria-pressed", "true");
      visit.looksRight();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void countsThatAreHiddenComeWithTheOwnVote(boolean script) {
    List<CommentId> two = comments("Verdeckt " + script, 2);
    for (int i = 0; i < 3; i++) {
      Reader voter = TestReaders.create(paper, "Stimme " + i + script);
      two.forEach(id -> discussion.vote(voter, id, Vote.UP, now));
    }
    set(TalkRules.Rating.HIDDEN_UNTIL_RATED);
    ArticleId article = two.getFirst().article();
    try (Visit visit = as(rater, SMALL, script)) {
      Page page = visit.open(script ? Links.article(article) : Links.personalView(article));
      Locator first = page.locator("#kommentar-1 .vote-up");
      assertThat(first.locator(".vote-count")).isEmpty();
      first.click();
      assertThat(first.locator(".vote-count")).hasText("4");
      assertThat(page.locator("#kommentar-2 .vote-up .vote-count")).isEmpty();
      page.reload();
      assertThat(first.locator(".vote-count")).hasText("4");
      assertThat(first).hasAttribute("aria-pressed", "true");
      visit.looksRight();
      first.click();
      assertThat(first.locator(".vote-count")).isEmpty();
      assertThat(first).hasAttribute("aria-pressed", "false");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aModeratorSetsTheVotesOfARingAsideAndTakesItBack(boolean script) {
    List<CommentId> targets = comments("Ring " + script, 6);
    IntStream.range(0, 5)
        .mapToObj(i -> TestReaders.create(paper, "Puppe " + i + script))
        .forEach(
            puppet ->
                targets.forEach(
                    id ->
                        discussion.vote(
                            puppet, id, Vote.UP, script ? "10.1.1.0" : "10.2.2.0", now)));
    paper.run("rating-rings-of-a-block");
    try (Visit visit = as(moderator, SMALL, script)) {
      Page page = visit.open("/moderation");
      page.locator(".desk-tabs a[href='/moderation/ringe']").click();
      Locator ring = page.locator(".case", new Page.LocatorOptions().setHasText("Ring " + script));
      assertThat(ring).containsText("5 Konten aus demselben Adressblock");
      visit.looksRight();
      ring.locator("select").selectOption("one-person");
      ring.locator(".ring-form button").click();
      assertThat(page.locator(".desk-done")).containsText("zählen nicht mehr mit");
      assertThat(ring).containsText("Mehrere Konten einer Person");
      visit.looksRight();
      ring.locator("form[action$=ruecknahme] button").click();
      assertThat(page.locator(".desk-done")).containsText("zählen wieder mit");
      assertThat(ring.locator(".desk-mark")).hasText("wartet");
    }
  }

  private List<CommentId> comments(String headline, int many) {
    ArticleId article = TestArticles.publish(paper, headline);
    return IntStream.range(0, many)
        .mapToObj(
            i ->
                discussion
                    .post(writer, article, "Meinung " + i, UUID.randomUUID(), now)
                    .comment()
                    .id())
        .toList();
  }

  private static void set(TalkRules.Rating rating) {
    change(TalkSetting.NONE.withRating(rating));
  }

  private static void change(TalkSetting setting) {
    paper.door(TalkSettings.class).change("politik", setting, Actor.program());
  }

  private static AriaRole button() {
    return AriaRole.BUTTON;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
  }

  private static Visit as(Reader reader, Chromium.Look look, boolean script) {
    Visit visit = new Visit(paper, look, script);
    fill(visit.open("/anmelden"), reader);
    visit.page().waitForURL("**/");
    return visit;
  }

  private static void fill(Page page, Reader reader) {
    page.locator("[name=login]").fill(reader.name());
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("main form button").first().click();
  }
}
