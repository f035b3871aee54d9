package org.talblatt.desk.ways;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Storable;
import org.talblatt.wire.Provider;

/** What an administrator typed about a provider. */
public record AgencyForm(
    String kuerzel,
    String name,
    String kredit,
    String ressort,
    String sprache,
    String rechte,
    String ungelesen) {
  static final AgencyForm EMPTY = new AgencyForm("", "", "", "", "", "", "asked");

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_CREDIT = 200;
  private static final int LONGEST_RIGHTS = 2000;

  static AgencyForm of(Provider provider) {
    return new AgencyForm(
        provider.name(),
        provider.title(),
        provider.credit(),
        provider.section(),
        provider.language(),
        provider.rights(),
        provider.unread().name().toLowerCase(Locale.ROOT));
  }

  /** The same for a provider whose short name is known. */
  AgencyForm named(String known) {
    return new AgencyForm(known, name, kredit, ressort, sprache, rechte, ungelesen);
  }

  /** The provider that was meant; a Failure says what is wrong. */
  Provider provider() {
    String slug = kuerzel.strip().toLowerCase(Locale.ROOT);
    if (!Provider.named(slug) || DroppedFiles.OURS.contains(slug)) {
      throw Failure.invalid("kuerzel", "ways.name-wrong");
    }
    if (name.isBlank()) {
      throw Failure.invalid("name", "ways.title-wrong", LONGEST_NAME);
    }
    return new Provider(
        slug,
        line("name", name, LONGEST_NAME, "ways.title-wrong"),
        line("kredit", kredit, LONGEST_CREDIT, "ways.credit-wrong"),
        ressort.strip(),
        language(),
        text(),
        unread());
  }

  private static String line(String field, String typed, int longest, String key) {
    String text = typed.strip();
    if (text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)
        || !Storable.is(text)) {
      throw Failure.invalid(field, key, longest);
    }
    return text;
  }

  private String text() {
    String text = rechte.strip();
    if (text.length() > LONGEST_RIGHTS || !Storable.is(text)) {
      throw Failure.invalid("rechte", "ways.rights-wrong", LONGEST_RIGHTS);
    }
    return text;
  }

  private String language() {
    String tag = sprache.strip();
    try {
      if (tag.length() > 20) {
        throw Failure.invalid("sprache", "ways.language-wrong");
      }
      return tag.isEmpty() ? "" : new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException wrong) {
      throw Failure.invalid("sprache", "ways.language-wrong");
    }
  }

  private Provider.Unread unread() {
    try {
      return Provider.Unread.valueOf(ungelesen.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Failure.invalid("ungelesen", "failure.unreadable");
    }
  }
}
