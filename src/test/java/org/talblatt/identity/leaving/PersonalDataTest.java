package org.talblatt.identity.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.PersonalData;
import org.talblatt.testing.TestPaper;

/** Nobody forgets a table that holds something on a person. */
class PersonalDataTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void everyColumnThatRefersToAnAccountIsClaimedByTheFeatureThatExportsAndErasesIt() {
    Set<String> unclaimed = new TreeSet<>(columns());
    unclaimed.removeAll(claimed());
    assertThat(unclaimed)
        .as("columns that refer to an account and stand in no PersonalData.columns()")
        .isEmpty();
  }

  @Test
  void whatIsClaimedIsThereAndClaimedOnce() {
    List<String> claimed = new ArrayList<>();
    features().forEach(feature -> claimed.addAll(feature.columns()));
    assertThat(claimed).doesNotHaveDuplicates();
    Set<String> all =
        new HashSet<>(
            paper
                .door(JdbcClient.class)
                .sql(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'public'
                    """)
                .query((row, n) -> row.getString(1))
                .list());
    assertThat(all).containsAll(claimed);
  }

  /** Foreign keys to account, and columns that by their names could do without one. */
  private static List<String> columns() {
    return paper
        .door(JdbcClient.class)
        .sql(
            """
            select c.conrelid::regclass || '.' || a.attname
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
            where c.contype = 'f' and c.confrelid = 'account'::regclass
            union
            select i.table_name || '.' || i.column_name
            from information_schema.columns i
            join information_schema.tables t using (table_schema, table_name)
            where i.table_schema = 'public' and t.table_type = 'BASE TABLE'
            and (i.column_name ~ '^(email|mail)'
              or i.data_type = 'bigint'
                and i.column_name ~ '(^|_)(account|author|reader|editor|member|moderator|by)$')
            order by 1
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static Set<String> claimed() {
    Set<String> claimed = new HashSet<>();
    features().forEach(feature -> claimed.addAll(feature.columns()));
    return claimed;
  }

  private static List<PersonalData> features() {
    return paper.door(Features.class).all();
  }
}
