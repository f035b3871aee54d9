package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talblatt.discussion.Branches.Node;

/** Who answers whom, in reading order, cut into pages. */
class BranchesTest {
  @Test
  void rootsComeInTheOrderAskedForAndRepliesAlwaysOldestFirst() {
    List<Node> thread =
        List.of(
            node(1, null, 1, 3),
            node(2, 1, 0, 0),
            node(3, null, 9, 1),
            node(4, 1, 0, 0),
            node(5, 2, 0, 0),
            node(6, null, 1, 0));
    assertThat(numbers(thread, ThreadOrder.NEWEST)).containsExactly(6, 3, 1, 2, 5, 4);
    assertThat(numbers(thread, ThreadOrder.OLDEST)).containsExactly(1, 2, 5, 4, 3, 6);
    assertThat(numbers(thread, ThreadOrder.BEST)).containsExactly(3, 6, 1, 2, 5, 4);
    assertThat(numbers(thread, ThreadOrder.DISCUSSED)).containsExactly(1, 2, 5, 4, 6, 3);
  }

  @Test
  void aPageEndsAtFiftyCommentsOrAt120KilobytesAndIsNeverEmpty() {
    assertThat(Branches.pages(List.of())).containsExactly(List.of());
    assertThat(pageSizes(120, 100)).containsExactly(50, 50, 20);
    assertThat(pageSizes(100, 100)).containsExactly(50, 50);
    assertThat(pageSizes(3, 200_000)).containsExactly(1, 1, 1);
    assertThat(pageSizes(40, 8_000).getFirst()).isEqualTo(12);
  }

  @Test
  void anAnswerToAnAnswerTenThousandTimesOverIsRead() {
    List<Node> quarrel = new ArrayList<>();
    for (int number = 1; number <= 10_000; number++) {
      quarrel.add(node(number, number == 1 ? null : number - 1, 0, 0));
    }
    assertThat(numbers(quarrel, ThreadOrder.NEWEST)).hasSize(10_000).startsWith(1, 2, 3);
  }

  @Test
  void fewVotesCountForLittle() {
    assertThat(node(1, null, 0, 0).score()).isZero();
    assertThat(node(1, null, 0, 7).score()).as("not even by what is rounded").isZero();
    assertThat(node(1, null, 1, 0).score()).isLessThan(node(1, null, 20, 2).score());
    // checked against the formula's own example: 90 of 100 gives 0.8256
    assertThat(node(1, null, 90, 10).score())
        .isCloseTo(0.8256, org.assertj.core.data.Offset.offset(0.0001));
  }

  private static List<Integer> pageSizes(int comments, int bytes) {
    List<Node> thread = new ArrayList<>();
    for (int number = 1; number <= comments; number++) {
      thread.add(new Node(number, null, bytes, 0, 0, 0));
    }
    return Branches.pages(Branches.inOrder(thread, ThreadOrder.OLDEST)).stream()
        .map(List::size)
        .toList();
  }

  private static List<Integer> numbers(List<Node> thread, ThreadOrder order) {
    return Branches.inOrder(thread, order).stream().map(Node::number).toList();
  }

  private static Node node(int number, @Nullable Integer replyTo, int up, int down) {
    return new Node(number, replyTo, 100, up, down, 0);
  }
}
