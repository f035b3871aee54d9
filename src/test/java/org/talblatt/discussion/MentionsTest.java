package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talblatt.base.AccountId;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.ReaderNames.Named;
import org.talblatt.platform.text.CommentMarkup;

/** Whom a text names, and how that looks. */
class MentionsTest {
  private static final List<String> READERS =
      List.of("N.G.", "mamba001", "Anna", "Anna Maria", "sella_ronda", "Öl-Baron", "_leise_");

  @Test
  void aDottedNameIsFoundWhateverFollows() {
    assertThat(named("@N.G….. das stimmt nicht")).containsExactly("N.G.");
    assertThat(named("@N.G.")).containsExactly("N.G.");
    assertThat(named("Lieber @N.G., nein")).containsExactly("N.G.");
    assertThat(named("@N.G...........")).containsExactly("N.G.");
    assertThat(named("@n.g. und @N.G.!")).containsExactly("N.G.", "N.G.");
  }

  @Test
  void theLongestNameWinsAndPunctuationNeverBreaksOne() {
    assertThat(named("@Anna Maria, hör zu")).containsExactly("Anna Maria");
    assertThat(named("@Anna Mariandl, hör zu")).containsExactly("Anna");
    assertThat(named("(@mamba001) „@mamba001“ @mamba001: @mamba001…"))
        .containsExactly("mamba001", "mamba001", "mamba001", "mamba001");
    assertThat(named("@öl-baron")).containsExactly("Öl-Baron");
  }

  @Test
  void neitherHalfANameNorAMailAddressIsAMention() {
    assertThat(named("@mamba0012 @Annabell anna@mamba001.example https://x.example/@Anna"))
        .isEmpty();
    assertThat(named("@ Anna @")).isEmpty();
  }

  @Test
  void twentyMentionsAreEnough() {
    assertThat(named("@Anna ".repeat(300))).hasSize(Mentions.MOST);
  }

  @Test
  void aNameIsNeverTakenForMarkup() {
    assertThat(html("@sella_ronda und _kursiv_"))
        .isEqualTo("<p><b class=\"mention\">@sella_ronda</b> und <em>kursiv</em></p>");
    assertThat(html("**@N.G….. genau**"))
        .isEqualTo("<p><strong><b class=\"mention\">@N.G.</b>.... genau</strong></p>");
    assertThat(html("[x](https://e.example/?q=@Anna)"))
        .doesNotContain("<b class=\"mention\">")
        .contains("href=\"https://e.example/?q=@Anna\"");
  }

  private static List<String> named(String text) {
    return find(text).stream().map(mention -> mention.reader().name()).toList();
  }

  private static String html(String text) {
    return CommentMarkup.render(
            text,
            find(text).stream()
                .map(m -> new CommentMarkup.Name(m.start(), m.end(), m.reader().name(), m.rest()))
                .toList())
        .html();
  }

  private static List<Mentions.Mention> find(String text) {
    return Mentions.find(text, AccountName::key, MentionsTest::lookup);
  }

  private static Map<String, Named> lookup(Collection<String> keys) {
    Map<String, Named> found = new HashMap<>();
    for (int i = 0; i < READERS.size(); i++) {
      String key = AccountName.key(READERS.get(i));
      if (keys.contains(key)) {
        found.put(key, new Named(new AccountId(i + 1), READERS.get(i)));
      }
    }
    return found;
  }
}
