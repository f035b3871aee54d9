package org.talblatt.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.testing.TestPaper;

/** What a reader with a token that their house signed can do to other pages' talks: nothing. */
class SignedPageTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private static final String ORIGIN = "https://haus.example";
  private static final House house = House.open(paper, "haus", ORIGIN);
  private static final House strict = House.open(paper, "streng", "https://streng.example", true);

  @AfterAll
  static void stop() {
    paper.close();
  }

  /** What the test's reader got their house to sign. */
  private record Token(
      House of, @Nullable String page, @Nullable String key, @Nullable String line) {
    HttpResponse<String> show(String path, @Nullable String key) {
      Map<String, Object> claims = of.claims("17", "Anton");
      put(claims, "page", page == null ? null : of.origin() + page);
      put(claims, "key", this.key);
      put(claims, "headline", line);
      Map<String, Object> shown = new HashMap<>();
      shown.put("signOn", of.sign(claims));
      shown.put("agreed", true);
      put(shown, "key", key);
      return of.exchange(path, shown);
    }

    int write(String path, @Nullable String key) {
      HttpResponse<String> passed = show(path, key);
      assertThat(passed.statusCode()).as(passed.body()).isEqualTo(200);
      String pass = House.json(passed).get("token").asString();
      return of.call(pass, "POST", "comments", "{\"text\":\"Wort\"}").statusCode();
    }

    private static void put(Map<String, Object> into, String name, @Nullable String value) {
      if (value != null) {
        into.put(name, value);
      }
    }
  }

  @Test
  void aTokenForOnePageOpensNoOtherTalkByItsKey() {
    assertThat(new Token(house, "/b", "talkb", "Gespräch B").write("/b", "talkb")).isEqualTo(201);
    Token foreign = new Token(house, "/a", null, null);
    HttpResponse<String> refused = foreign.show("/a", "talkb");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(House.json(refused).get("type").asString()).endsWith("/sign-on");
    assertThat(refused.body()).contains("article-key");
    assertThat(new Token(house, "/a", null, "Titel").show("/a", "talkb").statusCode())
        .isEqualTo(403);
    assertThat(new Token(house, "/a", "talka", null).show("/a", "talkb").statusCode())
        .isEqualTo(403);
    assertThat(new Token(house, null, "talka", "Titel").show("/b", "talkb").statusCode())
        .isEqualTo(403);
    assertThat(page("haus", "k:talkb")).isEqualTo("/b Gespräch B");
  }

  @Test
  void aPageSignedByItsAddressIsCalledAsTheFirstSaysUntilATitleIsSigned() {
    assertThat(new Token(house, "/c", null, null).write("/c", null)).isEqualTo(201);
    assertThat(page("haus", "a:haus.example/c")).isEqualTo("/c Seite /c");
    assertThat(new Token(house, "/c", null, "Wahr").write("/c", null)).isEqualTo(201);
    assertThat(page("haus", "a:haus.example/c")).isEqualTo("/c Wahr");
    // a token without a title leaves the signed one
    assertThat(new Token(house, "/c/", null, null).write("/c/", null)).isEqualTo(201);
    assertThat(page("haus", "a:haus.example/c")).isEqualTo("/c/ Wahr");
  }

  @Test
  void withItsKeySignedAPageMovesAndIsRenamedByWhatIsSignedOnly() {
    assertThat(new Token(house, "/d", "d", "Erst").write("/d", "d")).isEqualTo(201);
    assertThat(new Token(house, "/neu", "d", null).write("/neu", "d")).isEqualTo(201);
    assertThat(page("haus", "k:d")).as("moved").isEqualTo("/neu Erst");
    assertThat(new Token(house, null, "d", "Dann").write("/erfunden", "d")).isEqualTo(201);
    assertThat(page("haus", "k:d")).as("renamed").isEqualTo("/neu Dann");
    assertThat(new Token(house, null, "d", null).write("/erfunden", "d")).isEqualTo(201);
    assertThat(new Token(house, null, null, "Irgendwo").write("/erfunden", "d")).isEqualTo(201);
    assertThat(new Token(house, null, null, null).write("/erfunden", "d")).isEqualTo(201);
    assertThat(page("haus", "k:d")).as("neither").isEqualTo("/neu Dann");
  }

  @Test
  void whereOnlySignedPagesCountNoReaderInventsKeyAddressOrTitle() {
    Token address = new Token(strict, "/a", null, null);
    assertThat(address.show("/a", "erfunden").statusCode()).isEqualTo(403);
    assertThat(new Token(strict, null, "k", "Titel").write("/erfunden", "k")).isEqualTo(403);
    assertThat(new Token(strict, null, null, "Titel").write("/erfunden", null)).isEqualTo(403);
    assertThat(
            db.sql("select count(*) from widget_page where site = 'streng'").query().singleValue())
        .isEqualTo(0L);
    assertThat(address.write("/a", null)).isEqualTo(201);
    assertThat(page("streng", "a:streng.example/a")).isEqualTo("/a streng.example/a");
    assertThat(new Token(strict, "/k", "k", "Titel").write("/k", "k")).isEqualTo(201);
    assertThat(page("streng", "k:k")).isEqualTo("/k Titel");
  }

  private static String page(String site, String key) {
    return db.sql(
            """
            select regexp_replace(external_address, '^https://[^/]+', '') || ' ' || headline
            from article a join widget_page p on p.article = a.id
            where p.site = ? and p.page_key = ?
            """)
        .params(site, key)
        .query(String.class)
        .single();
  }
}
