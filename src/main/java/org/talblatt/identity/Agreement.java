package org.talblatt.identity;

/**
 * What somebody agrees to who registers, kept with the account.
 *
 * @param rules edition of the house rules ({@link org.talblatt.paper.LegalTexts#edition})
 * @param privacy edition of the privacy notice
 * @param age the age that they confirm to have reached
 */
public record Agreement(String rules, String privacy, int age) {
  /** Both editions in one word, as a form carries them. */
  public String both() {
    return rules + "/" + privacy;
  }
}
