package org.talblatt.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Foreign samples that we may read but not keep; tests that need them are skipped without. */
public final class Samples {
  private Samples() {}

  /** A folder of samples; without it the calling test is skipped and says so. */
  public static Path folder(String name) {
    String root = System.getenv("TALBLATT_SAMPLES");
    Assumptions.assumeTrue(root != null, "TALBLATT_SAMPLES names no folder of samples");
    Path folder = Path.of(root == null ? "" : root).resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no samples in " + folder);
    return folder;
  }
}
