package org.talblatt.identity;

import java.time.Instant;

/**
 * A session as its reader sees it in the list of devices.
 *
 * @param hex its hash, which opens nothing
 * @param device what it calls itself, in short
 * @param bearer a program's
 * @param idleAt when it ends if nobody uses it
 * @param endsAt when it ends in any case
 */
public record OpenSession(
    String hex,
    String device,
    boolean bearer,
    Instant createdAt,
    Instant seenAt,
    Instant idleAt,
    Instant endsAt,
    boolean current) {

  /** The part of a browser's long name that says something to a person. */
  public static String device(String agent) {
    String browser =
        agent.contains("Firefox/")
            ? "Firefox"
            : agent.contains("Edg/")
                ? "Edge"
                : agent.contains("Chrome/")
                    ? "Chrome"
                    : agent.contains("Safari/") ? "Safari" : firstWord(agent);
    String system =
        agent.contains("Android")
            ? "Android"
            : agent.contains("iPhone") || agent.contains("iPad")
                ? "iOS"
                : agent.contains("Windows")
                    ? "Windows"
                    : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : "";
    return system.isEmpty() ? browser : browser + ", " + system;
  }

  private static String firstWord(String agent) {
    String word = agent.split("[/ ]", 2)[0];
    return word.isEmpty() ? "–" : word;
  }
}
