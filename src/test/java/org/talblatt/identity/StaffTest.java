package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Rights are given and taken, and the old ones end at once. */
class StaffTest {
  private static final TestPaper paper = TestPaper.start();
  private final Staff staff = paper.door(Staff.class);

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
  void aChangeOfRightsEndsTheSessionsAndTheLastAdministratorStays() {
    Reader chief = TestReaders.create(paper, "Chef", Role.ADMINISTRATOR);
    Reader editor = TestReaders.create(paper, "Ed", Role.EDITOR, Role.MODERATOR);
    TestBrowser browser = TestBrowser.as(paper, editor);
    assertThat(staff.all()).extracting(Staff.Member::name).contains("Chef", "Ed");
    staff.setRights(staff.account("ED"), Rights.NONE, Actor.console());
    assertThat(browser.get("/konto").statusCode()).isEqualTo(303);
    assertThat(staff.all()).extracting(Staff.Member::name).contains("Chef").doesNotContain("Ed");
    TestBrowser chiefs = TestBrowser.as(paper, chief);
    Actor herself = Actor.of(chief.account(), "192.0.2.0");
    assertThatThrownBy(
            () -> staff.setRights(chief.account(), Rights.of(Set.of(Role.EDITOR)), herself))
        .isInstanceOf(Failure.class);
    assertThatThrownBy(() -> staff.lock(chief.account(), "", Actor.console()))
        .isInstanceOf(Failure.class);
    assertThat(chiefs.get("/konto").statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> staff.account("Niemand")).isInstanceOf(Failure.class);
    Reader second = TestReaders.create(paper, "Zweite", Role.ADMINISTRATOR);
    assertThatThrownBy(() -> staff.lock(chief.account(), "", herself)).isInstanceOf(Failure.class);
    staff.lock(second.account(), "", herself);
    assertThatThrownBy(() -> staff.setRights(chief.account(), Rights.NONE, herself))
        .as("a locked administrator is none that could help")
        .isInstanceOf(Failure.class);
    assertThat(chiefs.get("/konto").statusCode()).isEqualTo(200);
  }

  @Test
  void aRoleMayBeHeldForSomeSections() {
    Reader editor = TestReaders.create(paper, "Teil");
    staff.grant(editor.account(), Grant.parse("editor:politik"), Actor.console());
    staff.grant(editor.account(), Grant.parse("editor:kultur"), Actor.console());
    Rights some = session(editor);
    assertThat(some.has(Role.EDITOR)).isTrue();
    assertThat(some.has(Role.EDITOR, "politik")).isTrue();
    assertThat(some.has(Role.EDITOR, "sport")).isFalse();
    assertThat(some.has(Role.MODERATOR, "politik")).isFalse();
    assertThat(some.sections(Role.EDITOR)).containsExactly("kultur", "politik");
    staff.withdraw(editor.account(), Grant.parse("editor:kultur"), Actor.console());
    assertThat(session(editor).words()).containsExactly("editor:politik");
    staff.grant(editor.account(), Grant.parse("editor"), Actor.console());
    assertThat(session(editor).words()).as("all takes the one in").containsExactly("editor");
    assertThatThrownBy(
            () ->
                staff.grant(
                    editor.account(), Grant.parse("moderator:gibtesnicht"), Actor.console()))
        .isInstanceOf(Failure.class);
    assertThat(session(editor).words()).containsExactly("editor");
  }

  @Test
  void whoIsLockedOutIsOutAtOnceAndComesInAgainUnlocked() {
    Reader reader = TestReaders.withPassword(paper, "Gekapert");
    TestBrowser browser = TestBrowser.as(paper, reader);
    staff.lock(reader.account(), "Passwort im Netz", Actor.console());
    assertThat(browser.get("/konto").statusCode()).isEqualTo(303);
    assertThat(TestBrowser.as(paper, reader).get("/konto").statusCode())
        .as("a session that was opened meanwhile")
        .isEqualTo(303);
    assertThat(new TestBrowser(paper).login("Gekapert").statusCode()).isEqualTo(422);
    staff.unlock(reader.account(), Actor.console());
    assertThat(new TestBrowser(paper).login("Gekapert").statusCode()).isEqualTo(303);
    assertThat(history(reader.account()))
        .containsExactly("console account.locked Passwort im Netz", "console account.unlocked ");
    assertThatThrownBy(() -> staff.lock(new AccountId(999_999), "", Actor.console()))
        .isInstanceOf(Failure.class);
  }

  @Test
  void nobodyIsMadeStaffWhileSuspendedBannedLeavingOrClosed() {
    Reader reader = TestReaders.create(paper, "Gesperrt");
    for (String state : List.of("suspended", "banned", "leaving", "closed")) {
      put(reader, state, "now() + interval '1 day'");
      assertThatThrownBy(
              () -> staff.grant(reader.account(), Grant.parse("editor"), Actor.console()))
          .as(state)
          .isInstanceOfSatisfying(
              Failure.class,
              refused -> assertThat(refused.key()).isEqualTo("staff.account-not-active"));
      assertThat(staff.rights(reader.account())).as(state).isEqualTo(Rights.NONE);
    }
    put(reader, "suspended", "null");
    assertThatThrownBy(
            () ->
                staff.setRights(reader.account(), Rights.of(Set.of(Role.EDITOR)), Actor.console()))
        .isInstanceOf(Failure.class);
    put(reader, "suspended", "now() - interval '1 second'");
    staff.setRights(reader.account(), Rights.parse(List.of("editor", "author")), Actor.console());
    put(reader, "suspended", "now() + interval '1 day'");
    staff.withdraw(reader.account(), Grant.parse("author"), Actor.console());
    assertThat(staff.rights(reader.account()).words()).containsExactly("editor");
  }

  @Test
  void theRolesOfWhoIsSuspendedRest() {
    Reader editor = TestReaders.create(paper, "Ruhend", Role.EDITOR);
    TestBrowser browser = TestBrowser.as(paper, editor);
    assertThat(browser.get("/redaktion/eingang").statusCode()).isEqualTo(200);
    put(editor, "suspended", "now() + interval '1 day'");
    assertThat(browser.get("/redaktion/eingang").statusCode()).isEqualTo(403);
    assertThat(browser.get("/konto").statusCode()).isEqualTo(200);
    put(editor, "suspended", "now() - interval '1 second'");
    assertThat(browser.get("/redaktion/eingang").statusCode()).isEqualTo(200);
  }

  private static void put(Reader reader, String state, String until) {
    paper
        .door(JdbcClient.class)
        .sql("update account set state = ?, suspended_until = " + until + " where id = ?")
        .params(state, reader.account().value())
        .update();
  }

  @Test
  void eachChangeOfARightIsWrittenDown() {
    Reader reader = TestReaders.create(paper, "Werdegang");
    Actor by = Actor.of(reader.account(), "198.51.100.0");
    staff.setRights(reader.account(), Rights.parse(List.of("editor", "author")), by);
    staff.setRights(reader.account(), Rights.parse(List.of("editor", "author")), by);
    staff.setRights(reader.account(), Rights.parse(List.of("author", "moderator:kultur")), by);
    assertThat(history(reader.account()))
        .containsExactly(
            "198.51.100.0 account.role-granted author",
            "198.51.100.0 account.role-granted editor",
            "198.51.100.0 account.role-granted moderator:kultur",
            "198.51.100.0 account.role-withdrawn editor");
  }

  @Test
  void rolesAreReadFromWords() {
    assertThat(Rights.parse(List.of("editor", " Moderator")).roles())
        .containsExactly(Role.EDITOR, Role.MODERATOR);
    assertThat(Rights.parse(List.of("moderator:politik", "editor", "editor:kultur")).words())
        .containsExactly("editor", "moderator:politik");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "king",
        "",
        "editor:",
        "editor:Politik",
        "editor:a:b",
        "author:politik",
        "ad\0min"
      })
  void otherWordsAreNone(String word) {
    assertThatThrownBy(() -> Rights.parse(List.of(word))).isInstanceOf(Failure.class);
  }

  private static Rights session(Reader reader) {
    Sessions sessions = paper.door(Sessions.class);
    String secret = sessions.open(reader.account(), "test", false).secret();
    return sessions
        .reader(new SessionToken(Token.hex(secret), false))
        .map(Reader::rights)
        .orElseThrow();
  }

  private static List<String> history(AccountId account) {
    return paper
        .door(JdbcClient.class)
        .sql(
            """
            select coalesce(block, origin) || ' ' || what || ' ' || details || coalesce(reason, '')
            from audit_entry left join audit_trace on entry = id where account = ? order by id
            """)
        .param(account.value())
        .query((row, n) -> row.getString(1))
        .list();
  }
}
