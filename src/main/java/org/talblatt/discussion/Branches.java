package org.talblatt.discussion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a thread: who answers whom, in reading order, cut into pages. Pure. */
final class Branches {
  /** A page ends at so many comments … */
  static final int PAGE_COMMENTS = 50;

  /** … or at so many bytes of HTML, uncompressed, whichever comes first. */
  static final int PAGE_BYTES = 120_000;

  /** At most what surrounds a comment's own HTML and its author's name: links, buttons, times. */
  static final int SURROUNDING_BYTES = 2_000;

  /** 95 % confidence, the usual choice for ranking by ratings. */
  private static final double Z = 1.96;

  private Branches() {}

  /**
   * A visible comment without its text.
   *
   * @param bytes the length of its HTML and of what its author's name adds
   * @param branchSize for a root, the visible comments below it
   */
  record Node(int number, @Nullable Integer replyTo, int bytes, int up, int down, int branchSize) {

    /**
     * The lower bound of the Wilson score interval: few votes count for little, and where nobody
     * agrees it is 0, exactly, so that what is rounded on the way ranks nobody. Source: E. B.
     * Wilson, JASA 22 (1927), 209–212.
     */
    double score() {
      if (up == 0) {
        return 0;
      }
      int votes = up + down;
      double share = (double) up / votes;
      double z2 = Z * Z;
      double spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * votes)) / votes);
      return (share + z2 / (2 * votes) - spread) / (1 + z2 / votes);
    }

    Node withBranchSize(int size) {
      return new Node(number, replyTo, bytes, up, down, size);
    }
  }

  /** All in reading order: roots as asked, each followed by its replies, oldest first. */
  static List<Node> inOrder(List<Node> nodes, ThreadOrder order) {
    ReplyTree tree = new ReplyTree(nodes);
    List<Node> inOrder = new ArrayList<>(nodes.size());
    for (Node root : tree.roots(order.roots())) {
      inOrder.add(root);
      tree.below(root.number(), inOrder::add);
    }
    return inOrder;
  }

  /** Cut into pages; none is empty, an empty thread has one page. */
  static List<List<Node>> pages(List<Node> inOrder) {
    List<List<Node>> pages = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    for (int i = 0; i < inOrder.size(); i++) {
      int size = inOrder.get(i).bytes() + SURROUNDING_BYTES;
      if (i > start && (i - start == PAGE_COMMENTS || bytes + size > PAGE_BYTES)) {
        pages.add(inOrder.subList(start, i));
        start = i;
        bytes = 0;
      }
      bytes += size;
    }
    pages.add(inOrder.subList(start, inOrder.size()));
    return pages;
  }
}
