package org.talblatt.platform;

/**
 * One thing looked at, and whether it is in order.
 *
 * @param detail what was found, for the administrator
 */
public record Check(String name, boolean ok, String detail) {
  @Override
  public String toString() {
    return "%-6s  %-24s %s".formatted(ok ? "ok" : "NOT OK", name, detail);
  }
}
