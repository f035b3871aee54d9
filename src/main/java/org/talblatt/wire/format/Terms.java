package org.talblatt.wire.format;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;

/** Values of IPTC's vocabularies, which most formats share, whichever prefix they put before. */
public final class Terms {
  private Terms() {}

  /** Absent means usable; what we don't know we don't print. */
  public static WireItem.Status status(String code) {
    return switch (code.toLowerCase(Locale.ROOT)) {
      case "", "usable" -> WireItem.Status.USABLE;
      case "canceled", "cancelled", "killed" -> WireItem.Status.CANCELED;
      default -> WireItem.Status.WITHHELD;
    };
  }

  public static @Nullable Integer urgency(String text) {
    return text.matches("[1-9]") ? Integer.valueOf(text) : null;
  }

  /** Corrections first: an item may be an update and much else besides. */
  public static String signal(List<String> codes) {
    return codes.stream()
        .filter(code -> !code.isEmpty())
        .min(
            Comparator.comparingInt(
                code -> code.equals("sig:correction") ? 0 : code.startsWith("sig:") ? 1 : 2))
        .orElse("");
  }

  /** "stat:usable" and ".../pubstatus/usable" -> "usable". */
  public static String localPart(String code) {
    return code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
  }
}
