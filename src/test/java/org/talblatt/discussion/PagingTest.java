package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.talblatt.discussion.Branches.Node;

/** Comments in reading order, cut into pages. */
class PagingTest {
  @Test
  void everyCommentStandsOnThePageThatSaysSo() {
    Paging paging = paging(1, 120);
    assertThat(paging.pages()).isEqualTo(3);
    for (int page = 1; page <= paging.pages(); page++) {
      for (int number : paging.page(page)) {
        assertThat(paging.pageOf(number)).contains(page);
      }
    }
    assertThat(paging.page(3)).hasSize(20).endsWith(120);
    assertThat(paging.pageOf(121)).isEmpty();
  }

  @Test
  void anEmptyThreadHasOnePage() {
    Paging nothing = paging(1, 0);
    assertThat(nothing.pages()).isEqualTo(1);
    assertThat(nothing.page(1)).isEmpty();
    assertThat(nothing.pageOf(1)).isEmpty();
  }

  @Test
  void whatComesLaterStandsOnPagesOfItsOwnAndMovesNothing() {
    Paging before = paging(1, 70);
    Paging after = before.and(paging(71, 60));
    assertThat(after.pages()).isEqualTo(4);
    assertThat(after.page(1)).isEqualTo(before.page(1));
    assertThat(after.page(2)).isEqualTo(before.page(2));
    assertThat(after.page(3)).hasSize(50).startsWith(71);
    assertThat(after.page(4)).hasSize(10).endsWith(130);
    assertThat(before.and(paging(71, 0))).isSameAs(before);
  }

  @Test
  void twoOfTheSameAreEqual() {
    assertThat(paging(1, 60)).isEqualTo(paging(1, 60)).hasSameHashCodeAs(paging(1, 60));
    assertThat(paging(1, 60)).isNotEqualTo(paging(2, 60));
  }

  private static Paging paging(int first, int comments) {
    List<Node> nodes =
        IntStream.range(first, first + comments)
            .mapToObj(number -> new Node(number, null, 100, 0, 0, 0))
            .toList();
    return Paging.of(nodes);
  }
}
