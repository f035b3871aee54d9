package org.talblatt.moderation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a decision is about, in the categories of the DSA's statements of reasons. Source:
 * digital-services-act/transparency-database, category.
 */
public enum Category {
  ILLEGAL_OR_HARMFUL_SPEECH,
  CYBER_VIOLENCE,
  CYBER_VIOLENCE_AGAINST_WOMEN,
  DATA_PROTECTION_AND_PRIVACY_VIOLATIONS,
  VIOLENCE,
  RISK_FOR_PUBLIC_SECURITY,
  NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS,
  PROTECTION_OF_MINORS,
  SELF_HARM,
  SCAMS_AND_FRAUD,
  INTELLECTUAL_PROPERTY_INFRINGEMENTS,
  CONSUMER_INFORMATION,
  UNSAFE_AND_PROHIBITED_PRODUCTS,
  ANIMAL_WELFARE,
  OTHER_VIOLATION_TC,
  NOT_SPECIFIED_NOTICE;

  private static final String PREFIX = "STATEMENT_CATEGORY_";

  /** As the transparency database names it. */
  public String code() {
    return PREFIX + name();
  }

  /** The key of its words. */
  public String key() {
    return "moderation.category-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Category> coded(String code) {
    return Stream.of(values()).filter(category -> category.code().equals(code)).findFirst();
  }
}
