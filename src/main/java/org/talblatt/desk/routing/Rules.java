package org.talblatt.desk.routing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.wire.WireRoute;

/** All SQL on the newsroom's rules and places. */
@Repository
class Rules {
  private final JdbcClient db;

  Rules(JdbcClient db) {
    this.db = db;
  }

  /** In the order in which they are asked. */
  List<Rule> all() {
    return db.sql("select * from desk_rule order by position, id").query(Rules::rule).list();
  }

  Optional<Rule> find(long id) {
    return db.sql("select * from desk_rule where id = ?").param(id).query(Rules::rule).optional();
  }

  /** A new one, at the end. */
  long insert(Rule rule) {
    return values(
            db.sql(
                """
                insert into desk_rule (position, name, active, any_of, providers, topics, places,
                  languages, words, only_title, urgency, section, lift, action, discussion)
                select coalesce(max(position), 0) + 1, :name, :active, :anyOf, :providers, :topics,
                  :places, :languages, :words, :onlyTitle, :urgency, :section, :lift, :action,
                  :discussion
                from desk_rule
                returning id
                """),
            rule)
        .query(Long.class)
        .single();
  }

  /** False where somebody else changed it since. */
  boolean update(Rule rule) {
    return values(
                db.sql(
                    """
                    update desk_rule set name = :name, active = :active, any_of = :anyOf,
                      providers = :providers, topics = :topics, places = :places,
                      languages = :languages, words = :words, only_title = :onlyTitle,
                      urgency = :urgency, section = :section, lift = :lift, action = :action,
                      discussion = :discussion, version = version + 1
                    where id = :id and version = :version
                    """),
                rule)
            .param("id", rule.id())
            .param("version", rule.version())
            .update()
        == 1;
  }

  boolean switchTo(long id, boolean active) {
    return db.sql(
                "update desk_rule set active = ?, version = version + 1 where id = ? and active <> ?")
            .params(active, id, active)
            .update()
        == 1;
  }

  void delete(long id) {
    db.sql("delete from desk_rule where id = ?").param(id).update();
  }

  /** Numbers them as they are listed here. */
  void order(List<Long> ids) {
    db.sql("update desk_rule set position = array_position(:ids, id) where id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  List<OwnPlace> places() {
    return db.sql("select name, aliases from desk_place order by name")
        .query((row, n) -> new OwnPlace(row.getString(1), strings(row.getArray(2))))
        .list();
  }

  void setPlaces(List<OwnPlace> places) {
    db.sql("delete from desk_place").update();
    for (OwnPlace place : places) {
      db.sql("insert into desk_place (name, aliases) values (?, ?)")
          .params(place.name(), place.aliases().toArray(String[]::new))
          .update();
    }
  }

  private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Rule rule) {
    Rule.Fits fits = rule.fits();
    Rule.Does does = rule.does();
    return statement
        .param("name", rule.name())
        .param("active", rule.active())
        .param("anyOf", fits.anyOf())
        .param("providers", fits.providers().toArray(String[]::new))
        .param("topics", fits.topics().toArray(String[]::new))
        .param("places", fits.places().toArray(String[]::new))
        .param("languages", fits.languages().toArray(String[]::new))
        .param("words", fits.words().toArray(String[]::new))
        .param("onlyTitle", fits.onlyTitle())
        .param("urgency", fits.urgency(), Types.INTEGER)
        .param("section", does.section(), Types.VARCHAR)
        .param("lift", does.lift())
        .param("action", does.action().name().toLowerCase(Locale.ROOT))
        .param("discussion", does.discussion());
  }

  private static Rule rule(ResultSet row, int number) throws SQLException {
    return new Rule(
        row.getLong("id"),
        row.getInt("version"),
        row.getString("preset"),
        row.getString("name"),
        row.getBoolean("active"),
        new Rule.Fits(
            row.getBoolean("any_of"),
            strings(row.getArray("providers")),
            strings(row.getArray("topics")),
            strings(row.getArray("places")),
            strings(row.getArray("languages")),
            strings(row.getArray("words")),
            row.getBoolean("only_title"),
            number(row, "urgency")),
        new Rule.Does(
            row.getString("section"),
            row.getInt("lift"),
            WireRoute.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
            row.getString("discussion")));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
