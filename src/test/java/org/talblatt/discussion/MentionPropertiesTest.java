package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.ReaderNames.Named;

/** Any name that an account can have is found behind an {@code @}, whatever stands around it. */
class MentionPropertiesTest {
  private static final String[] AROUND = {
    "", " ", "(", "„", "\"", "\n", "Lieber ", "*", "**", "> ", "- ", "[", "…", "–"
  };
  private static final String[] BEHIND = {
    "",
    ".",
    "..",
    "…",
    "….",
    "...",
    ",",
    ";",
    ":",
    "!",
    "?",
    "!?",
    ")",
    "“",
    "\"",
    "'",
    "*",
    "**",
    " ",
    "\n",
    " und mehr",
    ", du",
    "/",
    "]",
    "–",
    "@",
    " @",
    "😀",
    "\u200b"
  };

  @Property(tries = 2000)
  void everyNameIsFoundWhateverSurroundsIt(
      @ForAll("names") String name,
      @ForAll("around") String before,
      @ForAll("behind") String after) {
    Assume.that(!longerNameFits(name, after));
    String text = before + "@" + name + after;
    List<Mentions.Mention> found = find(text, name);
    assertThat(found).as(text).hasSize(1);
    Mentions.Mention mention = found.getFirst();
    assertThat(mention.reader().name()).isEqualTo(name);
    assertThat(mention.start()).isEqualTo(before.length());
    assertThat(mention.end()).isGreaterThanOrEqualTo(before.length() + 1 + name.length());
  }

  /** With a blank behind it, "und" could belong to the name; a letter would. */
  private static boolean longerNameFits(String name, String after) {
    return name.isEmpty() || (!after.isEmpty() && Character.isLetterOrDigit(after.codePointAt(0)));
  }

  @Property(tries = 1000)
  void theLongestNameWins(@ForAll("names") String name, @ForAll("endings") String ending) {
    String longer = name + ending;
    Assume.that(isName(longer) && !AccountName.key(longer).equals(AccountName.key(name)));
    assertThat(find("@" + longer + "!", name, longer))
        .extracting(mention -> mention.reader().name())
        .containsExactly(longer);
    assertThat(find("@" + name + ", nein", name, longer))
        .extracting(mention -> mention.reader().name())
        .containsExactly(name);
  }

  @Property(tries = 3000)
  void whateverIsTypedTheWorkIsBoundedAndThePlacesAreSound(
      @ForAll("hostile") @StringLength(max = 4000) String text) {
    AtomicInteger keys = new AtomicInteger();
    List<Mentions.Mention> found =
        Mentions.find(
            text,
            name -> {
              keys.incrementAndGet();
              return AccountName.key(name);
            },
            asked -> lookup(asked, "Anna", "N.G.", "Anna Maria", "_leise_"));
    assertThat(keys.get()).isLessThanOrEqualTo(2 * 30 * Mentions.MOST);
    int behind = 0;
    for (Mentions.Mention mention : found) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(behind);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      assertThat(text.charAt(mention.start())).isEqualTo('@');
      behind = mention.end();
    }
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> letters =
        Arbitraries.of(
            "a", "b", "n", "z", "A", "N", "ä", "ö", "ü", "Ö", "ß", "é", "ñ", "č", "0", "7", ".",
            "_", "-", " ", "anna", "maria", "N.G.", "von ", "St. ");
    return letters
        .list()
        .ofMinSize(1)
        .ofMaxSize(10)
        .map(parts -> String.join("", parts))
        .filter(MentionPropertiesTest::isName);
  }

  /** A name as an account can have it, to the letter. */
  private static boolean isName(String name) {
    try {
      return AccountName.parse(name).value().equals(name);
    } catch (Failure none) {
      return false;
    }
  }

  @Provide
  Arbitrary<String> around() {
    return Arbitraries.of(AROUND);
  }

  @Provide
  Arbitrary<String> behind() {
    return Arbitraries.of(BEHIND);
  }

  @Provide
  Arbitrary<String> endings() {
    return Arbitraries.of(" Maria", ".", "..", "2", " 2", "-b", "_b", "x", " x y", "ö", " Ö.");
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "@",
            "@Anna",
            "@N.G.",
            "@Anna Maria",
            "@_leise_",
            "…",
            ".",
            " ",
            "\n",
            "@@",
            "a@b",
            "Anna",
            "\ud83d\ude00",
            "\u0301",
            "/@",
            "-@",
            "_",
            "@.",
            "@…",
            "ß",
            "İ",
            "ﬀ");
    return Combinators.combine(pieces.list().ofMaxSize(40), Arbitraries.integers().between(1, 40))
        .as((parts, times) -> String.join("", parts).repeat(times))
        .map(text -> text.length() > 4000 ? text.substring(0, 4000) : text);
  }

  private static List<Mentions.Mention> find(String text, String... readers) {
    return Mentions.find(text, AccountName::key, keys -> lookup(keys, readers));
  }

  private static Map<String, Named> lookup(Collection<String> keys, String... readers) {
    Map<String, Named> found = new HashMap<>();
    for (int i = 0; i < readers.length; i++) {
      String key = AccountName.key(readers[i]);
      if (keys.contains(key)) {
        found.put(key, new Named(new AccountId(i + 1), readers[i]));
      }
    }
    return found;
  }
}
