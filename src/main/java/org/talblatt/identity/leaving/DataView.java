package org.talblatt.identity.leaving;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talblatt.paper.Frame;
import org.talblatt.platform.page.Assets;
import org.talblatt.platform.text.Reload;
import org.talblatt.platform.text.Times;

/**
 * The page about one's own data.
 *
 * @param export none was asked for, one is packed, or one is ready
 * @param done how many of {@code total} steps are done
 * @param until when the file is deleted; empty where there is none
 * @param note good news to show; null for none
 */
public record DataView(
    Export export, int done, int total, String size, String until, @Nullable String note) {

  /** Where it stands. */
  public enum Export {
    NONE,
    RUNNING,
    READY
  }

  private static final long KILOBYTE = 1000;

  static DataView of(DataExports.@Nullable Export export, Times times, @Nullable String note) {
    if (export == null) {
      return new DataView(Export.NONE, 0, 0, "", "", note);
    }
    Export state = export.ready() ? Export.READY : Export.RUNNING;
    return new DataView(
        state,
        export.done(),
        export.total(),
        size(export.bytes()),
        times.full(Objects.requireNonNull(export.expiresAt())),
        note);
  }

  private static String size(long bytes) {
    long kilobytes = Math.max(1, Math.round((double) bytes / KILOBYTE));
    return kilobytes < KILOBYTE
        ? kilobytes + "\u00a0kB"
        : Math.round((double) kilobytes / KILOBYTE) + "\u00a0MB";
  }

  /** While it is packed the page loads itself again, where no script asks. */
  Frame frame(Frame frame) {
    return export == Export.RUNNING
        ? frame.withHead(Reload.withoutScript(Reload.SOON, DataPages.PATH))
        : frame;
  }

  public String script() {
    return Assets.path("export.js");
  }
}
