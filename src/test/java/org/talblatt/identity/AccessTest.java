package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.talblatt.base.ArticleId;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Every handler stands in the access table, and the table is obeyed. */
class AccessTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  private record Route(HttpMethod method, String path, HandlerMethod handler) {}

  @Test
  void everyHandlerHasARowThatNamesIt() {
    for (Route route : routes()) {
      assertThat(AccessTable.of(route.method(), route.path()))
          .as(
              "AccessTable has no row for %s %s (%s)",
              route.method(), route.path(), route.handler())
          .isPresent();
    }
  }

  @Test
  void aStaffHandlerStandsUnderAStaffRow() {
    for (Route route : routes()) {
      if (route
          .path()
          .matches("/(redaktion|moderation|verwaltung|api/v1/(wire|moderation))(/.*)?")) {
        assertThat(AccessTable.of(route.method(), route.path()))
            .as("%s", route)
            .get()
            .isInstanceOf(Access.Holder.class);
      }
    }
  }

  @Test
  void everyHandlerAdmitsWhomTheTableAdmitsAndNobodyElse() {
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Nur Leserin"));
    for (Route route : routes()) {
      Access access = AccessTable.of(route.method(), route.path()).orElseThrow();
      if (access instanceof Access.Anybody) {
        continue;
      }
      HttpResponse<String> nobodys = send(new TestBrowser(paper), route.method(), route.path());
      assertThat(nobodys.statusCode()).as("nobody: %s", route).isIn(303, 401);
      if (nobodys.statusCode() == 303) {
        assertThat(nobodys.headers().firstValue("Location").orElseThrow()).startsWith("/anmelden?");
      }
      if (access instanceof Access.Holder) {
        assertThat(send(reader, route.method(), route.path()).statusCode())
            .as("reader: %s", route)
            .isEqualTo(403);
      }
    }
  }

  /** Each role alone, as the table has it: no handler is open to one more or one fewer. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void everyStaffHandlerAdmitsEachRoleThatTheTableNames(Role role) {
    Reader staff = TestReaders.create(paper, "Alle Türen " + role.name(), role);
    TestBrowser browser = TestBrowser.as(paper, staff);
    for (Route route : routes()) {
      Access access = AccessTable.of(route.method(), route.path()).orElseThrow();
      if (access instanceof Access.Holder) {
        assertThat(send(browser, route.method(), route.path()).statusCode() != 403)
            .as("%s: %s", role, route)
            .isEqualTo(access.admits(staff));
      }
    }
  }

  @Test
  void everyHandlerAnswersHeadAsItAnswersGet() {
    Reader chief = TestReaders.create(paper, "Chefin vom Dienst", Role.ADMINISTRATOR);
    TestBrowser browser = TestBrowser.as(paper, chief);
    ArticleId article = TestArticles.publish(paper, "Mit Kopf");
    String comments = "/api/v1/articles/" + article + "/comments";
    assertThat(browser.json("POST", comments, "{\"text\":\"eins\"}").statusCode()).isEqualTo(201);
    int found = 0;
    for (Route route : routes()) {
      if (route.method().equals(HttpMethod.GET)) {
        int status = browser.get(route.path()).statusCode();
        int head = send(browser, HttpMethod.HEAD, route.path()).statusCode();
        assertThat(head).as("HEAD %s", route).isEqualTo(status);
        found += status == 200 && route.path().endsWith("/1") ? 1 : 0;
      }
    }
    assertThat(found).as("addresses with something in them that were found").isGreaterThan(1);
  }

  @Test
  void staffAddressesAreClosedToEachWrongRoleEvenWithoutAHandler() {
    Map<String, Set<Role>> needed =
        Map.of(
            "GET /redaktion/x", Set.of(Role.EDITOR, Role.PUBLISHER),
            "POST /redaktion/x", Set.of(Role.EDITOR),
            "GET /moderation/x", Set.of(Role.MODERATOR, Role.PUBLISHER),
            "POST /moderation/x", Set.of(Role.MODERATOR),
            "GET /verwaltung/x", Set.of(),
            "POST /verwaltung/x", Set.of(),
            "POST /api/v1/wire", Set.of(Role.EDITOR),
            "POST /api/v1/wire/5/publish", Set.of(Role.EDITOR),
            "POST /api/v1/moderation/queue", Set.of(Role.MODERATOR));
    for (Role role : Role.values()) {
      TestBrowser staff =
          TestBrowser.as(paper, TestReaders.create(paper, "Konto " + role.name(), role));
      needed.forEach(
          (address, rights) -> {
            String[] parts = address.split(" ");
            boolean may = rights.contains(role) || role == Role.ADMINISTRATOR;
            HttpResponse<String> answer = send(staff, HttpMethod.valueOf(parts[0]), parts[1]);
            assertThat(answer.statusCode() == 403).as("%s at %s", role, address).isEqualTo(!may);
          });
    }
  }

  @Test
  void whatTheTableDoesNotNameIsClosed() {
    TestBrowser admin =
        TestBrowser.as(paper, TestReaders.create(paper, "Chefin", Role.ADMINISTRATOR));
    assertThat(send(admin, HttpMethod.POST, "/politik/a/b").statusCode()).isEqualTo(403);
    assertThat(send(admin, HttpMethod.DELETE, "/thema/x").statusCode()).isEqualTo(403);
    // a page is for reading only, and says so to everybody
    assertThat(send(admin, HttpMethod.POST, "/politik").statusCode()).isEqualTo(405);
    assertThat(send(admin, HttpMethod.DELETE, "/").statusCode()).isEqualTo(405);
  }

  @Test
  void programsGetProblemDetailsAndPeopleAreLedToTheLogin() {
    HttpResponse<String> program = new TestBrowser(paper).json("GET", "/api/v1/wire", "");
    assertThat(program.statusCode()).isEqualTo(401);
    assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
    HttpResponse<String> person = new TestBrowser(paper).get("/redaktion/eingang?seite=2");
    assertThat(person.statusCode()).isEqualTo(303);
    assertThat(person.headers().firstValue("Location"))
        .contains("/anmelden?zurueck=%2Fredaktion%2Feingang%3Fseite%3D2");
  }

  @Test
  void aPathWithTricksDoesNotSlipPastTheTable() {
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Trickser"));
    for (String path :
        List.of(
            "/redaktion;x=1/eingang",
            "//redaktion/eingang",
            "/redaktion%2Feingang",
            "/x/../redaktion/eingang",
            "/%72edaktion/eingang")) {
      assertThat(reader.get(path).statusCode()).as(path).isIn(400, 403, 404);
    }
  }

  private static HttpResponse<String> send(TestBrowser browser, HttpMethod method, String path) {
    return browser.send(
        browser
            .request(path)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method.name(), BodyPublishers.ofString("")));
  }

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    paper
        .door(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> add(routes, info, handler));
    assertThat(routes).hasSizeGreaterThan(3);
    return routes;
  }

  private static void add(
      List<Route> routes, RequestMappingInfo info, @Nullable HandlerMethod handler) {
    for (String pattern : info.getPatternValues()) {
      String path = pattern.replaceAll("\\{\\*[^}]*}", "x").replaceAll("\\{[^/]*}", "1");
      var methods = info.getMethodsCondition().getMethods();
      for (RequestMethod method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
        routes.add(
            new Route(
                HttpMethod.valueOf(method.name()),
                path,
                java.util.Objects.requireNonNull(handler)));
      }
    }
  }
}
