package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.Failure;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Rights are given and taken, and the old ones end at once. */
class StaffTest {
  private static final TestPaper paper = TestPaper.start();
  private final Staff staff = paper.door(Staff.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aChangeOfRightsEndsTheSessionsAndTheLastAdministratorStays() {
    Reader chief = TestReaders.create(paper, "Chef", Role.ADMINISTRATOR);
    Reader editor = TestReaders.create(paper, "Ed", Role.EDITOR, Role.MODERATOR);
    TestBrowser browser = TestBrowser.as(paper, editor);
    assertThat(staff.all()).extracting(Staff.Member::name).containsExactly("Chef", "Ed");
    staff.setRoles("ED", Set.of());
    assertThat(browser.get("/konto").statusCode()).isEqualTo(303);
    assertThat(staff.all()).extracting(Staff.Member::name).containsExactly("Chef");
    TestBrowser chiefs = TestBrowser.as(paper, chief);
    assertThatThrownBy(() -> staff.setRoles("Chef", Set.of(Role.EDITOR)))
        .isInstanceOf(Failure.class);
    assertThat(chiefs.get("/konto").statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> staff.setRoles("Niemand", Set.of())).isInstanceOf(Failure.class);
  }

  @Test
  void rolesAreReadFromWords() {
    assertThat(Staff.roles(List.of("editor", " Moderator")))
        .containsExactly(Role.EDITOR, Role.MODERATOR);
    assertThatThrownBy(() -> Staff.roles(List.of("king"))).isInstanceOf(Failure.class);
  }
}
