package org.talblatt.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Agency files of our own, and versions of them. */
public final class OwnWire {
  private OwnWire() {}

  /** A file among our samples. */
  public static String text(String name) {
    try (InputStream in = OwnWire.class.getResourceAsStream("/wire/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * One version of an item.
   *
   * @param minute of its making, and of its delivery
   */
  public static byte[] version(
      String urn, int version, int minute, int delivered, String status, String headline) {
    return bytes(
        """
        {"format":"digitalwires@0.9.1","entry_id":"e-%s-%d-%d","urn":"%s","version":%d,
         "version_created":"2026-03-02T10:%02d:00+01:00","updated":"2026-03-02T10:%02d:00+01:00",
         "pubstatus":"%s","language":"de","urgency":4,"headline":"%s","creditline":"dpa",
         "dateline":"Bozen (dpa) - ","article_html":"<p>Text zu %s.</p>",
         "ednotes":[{"role":"dpaednoterole:correction","ednote":"Name berichtigt","is_publishable":true}],
         "signal":"%s",
         "categories":[{"type":"dnltype:desk","name":"Kultur","qcode":"dpacat:ku"}]}
        """
            .formatted(
                urn,
                version,
                delivered,
                urn,
                version,
                minute,
                delivered,
                status,
                headline,
                headline,
                version > 1 ? "sig:correction" : ""));
  }
}
