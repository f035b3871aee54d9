package org.talblatt.discussion;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The order of a thread's roots; replies always follow oldest first. */
public enum ThreadOrder {
  NEWEST("neueste", "newest"),
  OLDEST("aelteste", "oldest"),
  /** By the lower bound of the Wilson interval over up and down. */
  BEST("beste", "best"),
  /** By the number of visible replies in the branch. */
  DISCUSSED("meistdiskutiert", "discussed");

  private final String slug;
  private final String apiName;

  ThreadOrder(String slug, String apiName) {
    this.slug = slug;
    this.apiName = apiName;
  }

  /** The value of {@code sortierung=} in an address. */
  public String slug() {
    return slug;
  }

  /** The value of {@code sort=} in the API. */
  public String apiName() {
    return apiName;
  }

  /** The order that an address names. */
  public static Optional<ThreadOrder> ofSlug(String slug) {
    return Stream.of(values()).filter(order -> order.slug.equals(slug)).findFirst();
  }

  /** The order that an API call names. */
  public static Optional<ThreadOrder> ofApiName(String name) {
    return Stream.of(values()).filter(order -> order.apiName.equals(name)).findFirst();
  }

  /** Whether votes or answers change it, so that its pages are read from a ranking. */
  boolean ranked() {
    return this == BEST || this == DISCUSSED;
  }

  Comparator<Branches.Node> roots() {
    Comparator<Branches.Node> newest = Comparator.comparingInt(Branches.Node::number).reversed();
    return switch (this) {
      case NEWEST -> newest;
      case OLDEST -> newest.reversed();
      case BEST ->
          Comparator.comparingDouble(Branches.Node::score).reversed().thenComparing(newest);
      case DISCUSSED ->
          Comparator.comparingInt(Branches.Node::branchSize).reversed().thenComparing(newest);
    };
  }
}
