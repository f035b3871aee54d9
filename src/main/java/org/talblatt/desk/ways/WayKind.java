package org.talblatt.desk.ways;

import java.util.List;
import java.util.Locale;

/** How copy comes in. */
enum WayKind {
  /** They send it to us, with a key. */
  PUSH,
  /** Files that somebody puts into a folder of ours. */
  FOLDER,
  /** One document that holds the items: RSS, Atom, JSON. */
  FEED,
  /** A document or page that lists files, as APA has them. */
  LISTING,
  /** dpa's queue. */
  WIREQ,
  SFTP,
  FTP;

  /** Those that we look at. */
  static final List<WayKind> LOOKED_AT = List.of(FEED, LISTING, WIREQ, SFTP, FTP);

  boolean lookedAt() {
    return LOOKED_AT.contains(this);
  }

  boolean takes(String scheme) {
    String lower = scheme.toLowerCase(Locale.ROOT);
    return switch (this) {
      case PUSH, FOLDER -> false;
      case FEED, LISTING, WIREQ -> lower.equals("https") || lower.equals("http");
      case SFTP -> lower.equals("sftp");
      case FTP -> lower.equals("ftps") || lower.equals("ftp");
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
