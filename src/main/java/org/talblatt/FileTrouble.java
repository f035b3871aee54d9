package org.talblatt;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a file that a command names can't be read, in words. */
final class FileTrouble {
  private FileTrouble() {}

  static String with(Path file, IOException trouble) {
    if (Files.isDirectory(file)) {
      return "is a folder, not a file";
    }
    if (Files.notExists(file)) {
      return "there is no such file";
    }
    if (trouble instanceof AccessDeniedException) {
      return "may not be read by this user";
    }
    String reason = trouble.getMessage();
    return "can't be read" + (reason == null ? "" : ": " + reason);
  }
}
