package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.text.SafeHtml;

/** Replies after the third stand behind a fold. */
class BranchTest {
  @Test
  void threeRepliesStandOpenAndTheFourthIsFolded() {
    assertThat(Branch.of(branch(1, 3))).extracting(b -> b.folded().size()).containsExactly(0);
    List<Branch> four = Branch.of(branch(1, 4));
    assertThat(four).hasSize(1);
    assertThat(four.getFirst().open()).extracting(Comment::number).containsExactly(1, 2, 3, 4);
    assertThat(four.getFirst().folded()).extracting(Comment::number).containsExactly(5);
  }

  @Test
  void eachBranchIsFoldedByItself() {
    List<Comment> page = new ArrayList<>(branch(1, 7));
    page.addAll(branch(20, 0));
    page.addAll(branch(30, 5));
    assertThat(Branch.of(page)).extracting(b -> b.folded().size()).containsExactly(4, 0, 2);
  }

  @Test
  void aBranchThatGoesOnFromThePageBeforeStandsOpen() {
    List<Comment> page = branch(1, 30).subList(10, 31);
    assertThat(Branch.of(page)).hasSize(1);
    assertThat(Branch.of(page).getFirst().open()).hasSize(21);
    assertThat(Branch.of(List.of())).isEmpty();
  }

  private static List<Comment> branch(int root, int replies) {
    List<Comment> branch = new ArrayList<>();
    branch.add(comment(root, null, root));
    for (int i = 1; i <= replies; i++) {
      branch.add(comment(root + i, root, root));
    }
    return branch;
  }

  private static Comment comment(int number, @Nullable Integer replyTo, int root) {
    return new Comment(
        new CommentId(new ArticleId(1), number),
        replyTo,
        root,
        replyTo == null ? 0 : 1,
        Comment.State.PUBLISHED,
        new Author(new AccountId(1), "Anna", null, false),
        SafeHtml.stored("<p>x</p>"),
        "x",
        1,
        0,
        0,
        0,
        Instant.EPOCH,
        null,
        1,
        null,
        false);
  }
}
