package org.talblatt.wire.format.anpa;

import java.util.List;
import java.util.regex.Pattern;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;

/** ANPA-1312, one message or several in a file, each from SOH to ETX. */
public final class Anpa1312 implements WireFormat {
  private static final int JUNK = 2000;
  private static final String SOH = "\u0001";

  /** The first line ends in a selector behind US; the second begins with two single letters. */
  private static final Pattern HEAD =
      Pattern.compile(
          "[^\\r\\n\\u001f]{1,40}\\u001f[^\\r\\n]{0,40}\\r?\\n\\p{Alpha} \\p{Alpha}[\\u0011-\\u0014]?[\\s\\u0011-\\u0014].*",
          Pattern.DOTALL);

  @Override
  public boolean recognises(WireFile file) {
    int start = file.text().indexOf(SOH);
    return start >= 0
        && start < JUNK
        && isMessage(
            file.text().substring(start + 1, Math.min(file.text().length(), start + JUNK)));
  }

  private static boolean isMessage(String text) {
    return HEAD.matcher(text.substring(0, Math.min(300, text.length()))).matches();
  }

  @Override
  public List<Entry> entries(WireFile file) {
    String text = file.text();
    return List.of(text.substring(text.indexOf(SOH) + 1).split(SOH)).stream()
        .filter(message -> !message.isBlank())
        .map(message -> new Entry(AnpaHead.of(message).slug(), () -> new AnpaItem(message).read()))
        .toList();
  }
}
