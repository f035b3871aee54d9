package org.talblatt.discussion.writing;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.AccountName;

/** All SQL that finds readers by the beginning of their names. */
@Repository
class Names {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 30;
  private static final int MOST = 8;

  /** So many are looked at; a short beginning may fit thousands. */
  private static final int LOOKED_AT = 300;

  /** Who wrote one of the last so many comments is found behind any number of other names. */
  private static final int RECENT = 5_000;

  private static final String FITS =
      """
      a.name_key ~>=~ :key and a.name_key ~<~ :end
        and a.state = 'active' and not a.profile_hidden and a.id <> :reader
        and not exists (select from ignored_reader i
          where i.account = :reader and i.ignored = a.id)
      """;

  /** Two stretches of bounded length: who talks here, and the first of all. */
  static final String BEGINNING =
      """
      select name from (
        (select a.name, a.name_key, true as talks from account a
          where a.id in (select c.author from (
              select author, state from comment where article = :article
              order by number desc limit :recent) c where c.state = 'published')
          and %1$s)
        union all
        (select a.name, a.name_key, exists (select from comment c where c.author = a.id
            and c.article = :article and c.state = 'published') as talks
          from account a
          where %1$s
          order by a.name_key using ~<~ limit :most)) found
      order by talks desc, name_key
      """
          .formatted(FITS);

  /** The last character there is: no name goes on with it. */
  private static final String BEHIND_ALL = Character.toString(Character.MAX_CODE_POINT);

  private static final Pattern NOT_SEEN = Pattern.compile("[\\p{M}\\p{C}]+");
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

  private final JdbcClient db;

  Names(JdbcClient db) {
    this.db = db;
  }

  /**
   * Names that begin so, case and accents apart: who talks under the article first, then the
   * others. Without the reader, whoever the reader ignores, hid their profile, is suspended or has
   * left.
   *
   * @param typed at least two letters or digits, else nothing is found
   */
  List<String> beginningWith(String typed, AccountId reader, ArticleId article) {
    String beginning = typed.length() > 2 * LONGEST ? "" : folded(typed);
    if (beginning.codePointCount(0, beginning.length()) < SHORTEST) {
      return List.of();
    }
    // the key also folds what only looks alike (rn and m), so both have to fit
    String key = AccountName.key(typed);
    return db
        .sql(BEGINNING)
        .param("article", article.value())
        .param("recent", RECENT)
        .param("key", key)
        .param("end", key + BEHIND_ALL)
        .param("reader", reader.value())
        .param("most", LOOKED_AT)
        .query((row, n) -> row.getString(1))
        .list()
        .stream()
        .filter(name -> folded(name).startsWith(beginning))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static String folded(String name) {
    return UCharacter.foldCase(NOT_SEEN.matcher(NFKD.normalize(name)).replaceAll(""), true);
  }
}
