package org.talblatt.discussion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who answers whom, in plain arrays: a hot debate of 15,000 comments is put in order after each new
 * one. A place is an index into the comments by number.
 */
final class ReplyTree {
  private static final int NONE = -1;

  private final Branches.Node[] nodes;
  private final int[] parent;
  private final int[] firstReply;
  private final int[] nextReply;

  ReplyTree(List<Branches.Node> comments) {
    nodes = comments.toArray(Branches.Node[]::new);
    Arrays.sort(nodes, Comparator.comparingInt(Branches.Node::number));
    parent = new int[nodes.length];
    firstReply = new int[nodes.length];
    nextReply = new int[nodes.length];
    Arrays.fill(firstReply, NONE);
    // from the youngest on, so that each one's first reply ends as its oldest
    for (int place = nodes.length - 1; place >= 0; place--) {
      Integer replyTo = nodes[place].replyTo();
      parent[place] = replyTo == null ? NONE : place(replyTo);
      if (parent[place] >= 0) {
        nextReply[place] = firstReply[parent[place]];
        firstReply[parent[place]] = place;
      }
    }
  }

  /** The comments that answer none, with the size of what is below each, in an order. */
  List<Branches.Node> roots(Comparator<Branches.Node> order) {
    List<Branches.Node> roots = new ArrayList<>();
    for (int place = 0; place < nodes.length; place++) {
      if (nodes[place].replyTo() == null) {
        roots.add(nodes[place].withBranchSize(size(place)));
      }
    }
    roots.sort(order);
    return roots;
  }

  private int size(int root) {
    int size = 0;
    for (int place = next(root, root); place != NONE; place = next(place, root)) {
      size++;
    }
    return size;
  }

  /** All below a comment, each followed by its replies, oldest first. */
  void below(int number, Consumer<Branches.Node> each) {
    int root = place(number);
    for (int place = next(root, root); place != NONE; place = next(place, root)) {
      each.accept(nodes[place]);
    }
  }

  /** What is read next in a branch. Without recursion: a quarrel of thousands is deep. */
  private int next(int from, int root) {
    if (firstReply[from] != NONE) {
      return firstReply[from];
    }
    int place = from;
    while (place != root) {
      if (nextReply[place] != NONE) {
        return nextReply[place];
      }
      place = parent[place];
    }
    return NONE;
  }

  /** Below 0 where there is none with this number. */
  private int place(int number) {
    int low = 0;
    int high = nodes.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = nodes[middle].number();
      if (found == number) {
        return middle;
      }
      if (found < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }
}
