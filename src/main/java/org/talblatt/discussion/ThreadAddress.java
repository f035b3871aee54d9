package org.talblatt.discussion;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a thread an address names.
 *
 * @param number the page, from 1
 * @param stand the ranking that it is a page of; 0 names none: the newest
 */
public record ThreadAddress(ThreadOrder order, int number, long stand) {
  private static final Pattern STAND = Pattern.compile("[1-9][0-9]{0,17}");

  /** The first page as it stands now. */
  public static ThreadAddress first(ThreadOrder order) {
    return new ThreadAddress(order, 1, 0);
  }

  /** What the parameters {@code sortierung} and {@code stand} name, on this page. */
  public static ThreadAddress of(
      TalkRules rules, @Nullable String order, int number, @Nullable String stand) {
    ThreadOrder named =
        Optional.ofNullable(order)
            .flatMap(ThreadOrder::ofSlug)
            .filter(rules::offers)
            .orElse(rules.order());
    boolean numbered = named.ranked() && stand != null && STAND.matcher(stand).matches();
    return new ThreadAddress(named, number, numbered ? Long.parseLong(stand) : 0);
  }

  /** The same page as it stands now, or the last of so many. */
  public ThreadAddress newest(int pages) {
    return new ThreadAddress(order, Math.min(number, pages), 0);
  }

  /**
   * The part of an address behind the path, in the one spelling that is cached.
   *
   * @param usual the order that an address without {@code sortierung} has
   */
  public String query(ThreadOrder usual) {
    return parameters(usual).entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("&"), parts -> parts.isEmpty() ? "" : "?" + parts));
  }

  /** The same by name, in the order of the names. */
  public SortedMap<String, String> parameters(ThreadOrder usual) {
    SortedMap<String, String> parts = new TreeMap<>();
    if (number > 1) {
      parts.put("seite", Integer.toString(number));
    }
    if (order != usual) {
      parts.put("sortierung", order.slug());
    }
    if (stand > 0) {
      parts.put("stand", Long.toString(stand));
    }
    return parts;
  }
}
