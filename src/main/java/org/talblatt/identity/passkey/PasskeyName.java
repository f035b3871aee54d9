package org.talblatt.identity.passkey;

import java.text.Normalizer;
import java.util.Collection;
import java.util.regex.Pattern;
import org.talblatt.base.Failure;

/** What its owner calls a passkey: 1 to 60 characters in one line. */
record PasskeyName(String value) {
  private static final int LONGEST = 60;
  private static final int LONGEST_TYPED = 1000;

  /** Control characters, halves of characters, and what turns the direction of text. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  /**
   * As typed.
   *
   * @throws Failure where it is empty, too long or more than a line of text
   */
  static PasskeyName parse(String typed) {
    String name = typed.length() > LONGEST_TYPED ? "" : tidy(typed);
    int length = name.codePointCount(0, name.length());
    if (length < 1 || length > LONGEST || UNFIT.matcher(name).find()) {
      throw Failure.invalid("name", "passkey.name-invalid");
    }
    return new PasskeyName(name);
  }

  /** A name that none of these is, made from what the device says of itself. */
  static PasskeyName after(String device, Collection<String> taken) {
    String clean = UNFIT.matcher(tidy(device)).replaceAll("");
    String stem = clean.isEmpty() ? "Passkey" : clean.substring(0, Math.min(40, clean.length()));
    String name = stem;
    for (int next = 2; taken.contains(name); next++) {
      name = stem + " " + next;
    }
    return new PasskeyName(name);
  }

  private static String tidy(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }
}
