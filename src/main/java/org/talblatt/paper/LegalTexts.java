package org.talblatt.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.platform.page.PageChanges;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;

/**
 * The paper's own legal texts; where it has none yet, the one that comes with the program and says
 * what the law asks for.
 */
@Component
public class LegalTexts {
  /** Which texts there are; their names are the last part of their addresses. */
  public enum Name {
    IMPRESSUM,
    DATENSCHUTZ,
    HAUSREGELN;

    /** As it stands in the address. */
    public String slug() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final int FINGERPRINT_BYTES = 4;

  private final JdbcClient db;
  private final PageChanges pages;
  private final AuditLog log;

  LegalTexts(JdbcClient db, PageChanges pages, AuditLog log) {
    this.db = db;
    this.pages = pages;
    this.log = log;
  }

  /** The text as it holds today. */
  public LegalText current(Name name, Messages language) {
    String title = language.get("paper." + name.slug());
    return db.sql("select body_html, version from legal_text where name = ? and language = ?")
        .params(name.slug(), language.language())
        .query((row, n) -> new LegalText(title, SafeHtml.stored(row.getString(1)), row.getInt(2)))
        .optional()
        .orElseGet(() -> new LegalText(title, supplied(name, language), 0));
  }

  /**
   * Which wording holds today, for the record of who agreed to it: {@code de-3} for the paper's own
   * third; {@code de-0-} and a fingerprint for the one that comes with the program.
   */
  public String edition(Name name, Messages language) {
    LegalText text = current(name, language);
    String number = language.language() + "-" + text.version();
    return text.version() > 0 ? number : number + "-" + fingerprint(text.body().html());
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Puts the paper's own text in this one's place. */
  @Transactional
  public void change(Name name, Messages language, String html, Actor by) {
    db.sql(
            """
            insert into legal_text (name, language, body_html) values (?, ?, ?)
            on conflict (name, language) do update
            set body_html = excluded.body_html, version = legal_text.version + 1,
              changed_at = now()
            """)
        .params(name.slug(), language.language(), ArticleHtml.clean(html).html())
        .update();
    log.record(AuditEntry.of(by, "paper.text-changed", name.slug(), language.language()));
    pages.changed("legal:" + name.slug());
  }

  private static SafeHtml supplied(Name name, Messages language) {
    String path = "/legal/" + name.slug() + "_" + language.language() + ".html";
    try (InputStream in = LegalTexts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no text at " + path);
      }
      return ArticleHtml.clean(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
