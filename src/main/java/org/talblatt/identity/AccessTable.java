package org.talblatt.identity;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.talblatt.identity.Access.AnyReader;
import org.talblatt.identity.Access.Anybody;
import org.talblatt.identity.Access.Holder;

/**
 * The one table of who may reach what: the first row that fits decides, and what fits none is
 * refused. A test walks every handler against it.
 */
final class AccessTable {
  private static final Access ANYBODY = new Anybody();
  private static final Access READER = new AnyReader();

  /**
   * One family of addresses.
   *
   * @param method null for every method
   */
  record Row(
      @org.jspecify.annotations.Nullable HttpMethod method, PathPattern path, Access access) {
    boolean fits(HttpMethod asked, PathContainer address) {
      return (method == null
              || method.equals(asked)
              || (method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD)))
          && path.matches(address);
    }
  }

  static final List<Row> ROWS =
      List.of(
          // staff
          // the talk is for those who moderate it, too
          row(
              HttpMethod.GET,
              "/redaktion/artikel/*/diskussion/**",
              new Holder(Role.EDITOR, Role.MODERATOR, Role.PUBLISHER)),
          row("/redaktion/artikel/*/diskussion/**", new Holder(Role.EDITOR, Role.MODERATOR)),
          row(
              HttpMethod.GET,
              "/redaktion/artikel/*/kommentare/**",
              new Holder(Role.EDITOR, Role.MODERATOR, Role.PUBLISHER)),
          row("/redaktion/artikel/*/kommentare/**", new Holder(Role.EDITOR, Role.MODERATOR)),
          // what is agreed with agencies, and their passwords
          row(HttpMethod.GET, "/redaktion/agenturen/**", new Holder(Role.EDITOR, Role.PUBLISHER)),
          row("/redaktion/agenturen/**", new Holder(Role.ADMINISTRATOR)),
          // the publisher reads along; what is changed there is for who works there
          row(HttpMethod.GET, "/redaktion/**", new Holder(Role.EDITOR, Role.PUBLISHER)),
          row("/redaktion/**", new Holder(Role.EDITOR)),
          // who decided first does not decide the objection
          row("/moderation/beschwerden/**", new Holder(Role.PUBLISHER)),
          row("/moderation/anordnungen/**", new Holder(Role.MODERATOR, Role.PUBLISHER)),
          row("/moderation/beweise/**", new Holder(Role.MODERATOR)),
          row(HttpMethod.GET, "/moderation/**", new Holder(Role.MODERATOR, Role.PUBLISHER)),
          row("/moderation/**", new Holder(Role.MODERATOR)),
          row("/verwaltung/diskussion", new Holder(Role.PUBLISHER)),
          row("/verwaltung/**", new Holder(Role.ADMINISTRATOR)),
          // their key says who delivers
          row(HttpMethod.POST, "/api/v1/deliveries/*", ANYBODY),
          row(HttpMethod.GET, "/api/v1/wire/**", new Holder(Role.EDITOR, Role.PUBLISHER)),
          row("/api/v1/wire/**", new Holder(Role.EDITOR)),
          row(HttpMethod.GET, "/api/v1/moderation/**", new Holder(Role.MODERATOR, Role.PUBLISHER)),
          row("/api/v1/moderation/**", new Holder(Role.MODERATOR)),
          // getting in and out
          row("/anmelden/verknuepfen", READER),
          row("/anmelden/**", ANYBODY),
          row("/abmelden", ANYBODY),
          row("/registrieren", ANYBODY),
          row("/bestaetigen/**", ANYBODY),
          row("/passwort/**", ANYBODY),
          row("/einrichten", ANYBODY),
          row("/einladung/**", ANYBODY),
          row("/abschied/**", ANYBODY),
          row("/api/v1/session", ANYBODY),
          row(HttpMethod.POST, "/api/v1/readers", ANYBODY),
          // one's own
          row("/konto/**", READER),
          row("/mitteilungen/abbestellen", ANYBODY),
          row("/mitteilungen/**", READER),
          row("/api/v1/me", READER),
          // talking: the door answers who isn't logged in, so that no text is lost
          row("/ich/**", ANYBODY),
          row("/artikel/**", ANYBODY),
          row("/melden/**", ANYBODY),
          row(HttpMethod.POST, "/leser/**", ANYBODY),
          row("/widerspruch/**", ANYBODY),
          row("/api/v1/articles/**", ANYBODY),
          // pages of other houses: their pass says who acts
          row("/api/v1/embed/**", ANYBODY),
          row("/einbettung/**", ANYBODY),
          row(HttpMethod.GET, "/api/openapi.json", ANYBODY),
          // the program's own error answers
          row("/error", ANYBODY),
          // what everybody reads
          row(HttpMethod.GET, "/**", ANYBODY),
          row(HttpMethod.OPTIONS, "/**", ANYBODY));

  private AccessTable() {}

  /** Who may send this; empty where the table has no row, which is nobody. */
  static java.util.Optional<Access> of(HttpMethod method, String path) {
    PathContainer address = PathContainer.parsePath(path);
    return ROWS.stream().filter(row -> row.fits(method, address)).map(Row::access).findFirst();
  }

  private static Row row(String path, Access access) {
    return new Row(null, PathPatternParser.defaultInstance.parse(path), access);
  }

  private static Row row(HttpMethod method, String path, Access access) {
    return new Row(method, PathPatternParser.defaultInstance.parse(path), access);
  }
}
