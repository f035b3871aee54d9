package org.talblatt.platform.db;

/** Where a database answers, and who may ask. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return "DatabaseAddress[***]";
  }
}
