package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.Failure;

/** Which names are names, and which are the same to the eye. */
class AccountNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "N.G.",
        "mamba001",
        "Zoë B.",
        "Jörg_M",
        "Anna-Lena",
        "Ольга",
        "ليلى",
        "李雷",
        "..ab",
        "Nguyễn",
        "ป้าปี้"
      })
  void namesOfAnyScriptAreFine(String name) {
    assertThat(AccountName.parse(name).value()).isEqualTo(name);
  }

  @Test
  void spacesAroundAndInARowDontCount() {
    assertThat(AccountName.parse("  Anna   Maria ").value()).isEqualTo("Anna Maria");
  }

  @ParameterizedTest
  @CsvSource({
    "a, identity.name-length",
    "'', identity.name-length",
    "abcdefghijklmnopqrstuvwxyzabcde, identity.name-length",
    "..., identity.name-characters",
    "a@b, identity.name-characters",
    "a<b, identity.name-characters",
    "anna😀, identity.name-characters",
    "pаypаl, identity.name-scripts",
    "..a, identity.name-letters",
    "a._-, identity.name-letters",
    "Zal̖̗̘̙go, identity.name-marks",
    "Anná̂̃̄, identity.name-marks"
  })
  void otherNamesAreRefusedWithTheReason(String name, String reason) {
    assertThatThrownBy(() -> AccountName.parse(name))
        .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.key()).isEqualTo(reason));
  }

  @Test
  void whoHasAnOldNameKeepsIt() {
    assertThat(new AccountName("..a").value()).isEqualTo("..a");
  }

  @Test
  void tenThousandCharactersAreRefusedWithoutWork() {
    assertThatThrownBy(() -> AccountName.parse("a".repeat(10_000))).isInstanceOf(Failure.class);
  }

  @Test
  void lineBreaksAndControlCharactersAreNoPartOfAName() {
    assertThat(AccountName.parse("Anna\r\nBcc x").value()).isEqualTo("Anna Bcc x");
    assertThatThrownBy(() -> AccountName.parse("Anna\0")).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> AccountName.parse("Anna\u202e")).isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @CsvSource({
    "N.G., n.g.",
    "N.G., N.G․",
    "mamba001, mambaOOl",
    "mamba001, mamba00l",
    "Zoë, ZOE",
    "Straße, STRASSE",
    "Anna, Аnnа",
    "modern, rnodern",
    "ｎ．ｇ．, N.G."
  })
  void lookAlikesHaveOneKey(String one, String other) {
    assertThat(AccountName.key(one)).isEqualTo(AccountName.key(other));
  }

  @ParameterizedTest
  @CsvSource({"N.G., N.G", "Elia, Ella", "Anna, Ana", "Max 1, Max 2"})
  void differentNamesHaveDifferentKeys(String one, String other) {
    assertThat(AccountName.key(one)).isNotEqualTo(AccountName.key(other));
  }

  @Test
  void aCapitalIThatLooksLikeASmallLIsSeenAsWritten() {
    assertThat(AccountName.parse("Ian").look()).isEqualTo(AccountName.parse("lan").look());
  }
}
