package org.talblatt.desk.ways;

/**
 * A file on somebody's server.
 *
 * @param name what it is opened by
 * @param stamp changes with the file: its size and time, as far as the server tells
 * @param size in bytes; -1 where the server doesn't tell
 */
record RemoteFile(String name, String stamp, long size) {

  /** Whether its name says that it is a finished file and meant for us. */
  boolean finished() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return size != 0
        && !last.isEmpty()
        && !last.startsWith(".")
        && !last.startsWith("~")
        && !last.matches("(?i).*\\.(tmp|part|filepart|partial|crdownload|lock|swp)");
  }
}
