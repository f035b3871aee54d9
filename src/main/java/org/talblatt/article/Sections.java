package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.PageChanges;

/** The paper's departments, in the order of the masthead. */
@Component
public class Sections {
  /** First path segments that belong to the program; no section may take one. */
  static final Set<String> RESERVED =
      Set.of(
          "api",
          "artikel",
          "anmelden",
          "abmelden",
          "abschied",
          "registrieren",
          "konto",
          "mitteilungen",
          "melden",
          "widerspruch",
          "korrekturen",
          "impressum",
          "datenschutz",
          "hausregeln",
          "bilder",
          "redaktion",
          "moderation",
          "verwaltung",
          "suche",
          "vorschau",
          "thema",
          "autor",
          "leser",
          "feed",
          "ich",
          "health",
          "metrics",
          "einrichten",
          "einbettung",
          "einladung",
          "bestaetigen",
          "passwort",
          "static",
          "startseite",
          "archiv");

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  private final JdbcClient db;
  private final PageChanges pages;

  Sections(JdbcClient db, PageChanges pages) {
    this.db = db;
    this.pages = pages;
  }

  /** Whether a first path segment belongs to the program. */
  public static boolean reserved(String segment) {
    return RESERVED.contains(segment);
  }

  /** All of them. */
  public List<Section> all() {
    return db.sql("select slug, name, position, language from section order by position, slug")
        .query(Sections::section)
        .list();
  }

  /** The one with this slug; whatever else was typed finds none. */
  public Optional<Section> find(String slug) {
    if (!SLUG.matcher(slug).matches()) {
      return Optional.empty();
    }
    return db.sql("select slug, name, position, language from section where slug = ?")
        .param(slug)
        .query(Sections::section)
        .optional();
  }

  /** Adds a department or changes its name, place and language. Every page shows it. */
  @Transactional
  public void put(Section section) {
    if (RESERVED.contains(section.slug())) {
      throw Failure.invalid("slug", "article.section-reserved", section.slug());
    }
    db.sql(
            """
            insert into section (slug, name, position, language)
            values (:slug, :name, :position, :language)
            on conflict (slug) do update
            set name = excluded.name, position = excluded.position, language = excluded.language
            """)
        .paramSource(section)
        .update();
    pages.changed("paper");
  }

  private static Section section(ResultSet row, int number) throws SQLException {
    return new Section(row.getString(1), row.getString(2), row.getInt(3), row.getString(4));
  }
}
