package org.talblatt.discussion.rating;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * Rings, ready for their template.
 *
 * @param done what was done just now; empty for nothing
 * @param problem what was wrong with a form; empty for nothing
 */
public record RingView(
    List<Ring> rings, Reader reader, Messages words, Times times, String done, String problem) {

  /** How many wait to be judged. */
  public long waiting() {
    return rings.stream().filter(Ring::open).count();
  }

  /** Whether this reader judges, or reads along. */
  public boolean judges() {
    return reader.has(Role.MODERATOR) && reader.rights().everywhere(Role.MODERATOR);
  }

  /** "6 Konten aus einem Adressblock, 9 gemeinsame Ziele, alle dafür". */
  public String pattern(Ring ring) {
    return words.get(
        ring.oneBlock() ? "rating.pattern-block" : "rating.pattern-anywhere",
        ring.accounts(),
        ring.comments(),
        direction(ring));
  }

  private String direction(Ring ring) {
    if (ring.down() == 0) {
      return words.get("rating.all-up");
    }
    return ring.up() == 0
        ? words.get("rating.all-down")
        : words.get("rating.mixed", ring.up(), ring.down());
  }

  /** From when to when it voted. */
  public String when(Ring ring) {
    return Duration.between(ring.span().first(), ring.span().last()).toMinutes() < 1
        ? times.brief(ring.span().first())
        : words.get(
            "rating.from-to", times.brief(ring.span().first()), times.brief(ring.span().last()));
  }

  /** Whose comments it lifts, most first. */
  public String favoured(Ring ring) {
    return ring.favoured().stream()
        .map(each -> words.get("rating.favours-one", each.author(), each.comments()))
        .collect(Collectors.joining(", "));
  }

  /** Why it may be set aside. */
  public List<RingGround> grounds() {
    return List.of(RingGround.values());
  }
}
