package org.talblatt.article;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;

/**
 * Two texts that were made of the same one, brought together piece by piece, in reading order. Each
 * of the three can be read off it again: nothing is lost, whatever is chosen.
 */
public record Merged(List<Block> blocks) {

  /** Who changed something. */
  public enum Kind {
    /** Nobody, or both in the same way. */
    KEPT,
    OURS,
    THEIRS,
    /** Both, each otherwise: somebody has to choose. */
    CONFLICT
  }

  /** Which side of a piece goes into the text. */
  public enum Side {
    OURS,
    THEIRS,
    /** Ours, then theirs. */
    BOTH
  }

  /**
   * A paragraph, heading, list, table …
   *
   * @param base as both found it; empty where it is new
   * @param ours empty where we took it out or don't have it
   * @param theirs empty likewise
   */
  public record Block(Kind kind, SafeHtml base, SafeHtml ours, SafeHtml theirs) {
    /** What needs no choice; of a conflict our side. */
    public Side side() {
      return kind == Kind.THEIRS ? Side.THEIRS : Side.OURS;
    }

    private Stream<SafeHtml> on(Side side) {
      return switch (side) {
        case OURS -> Stream.of(ours);
        case THEIRS -> Stream.of(theirs);
        case BOTH -> Stream.of(ours, theirs);
      };
    }
  }

  /** A field that is taken as a whole: a headline, a list of tags, a picture. */
  public record Field<T>(T base, T ours, T theirs) {
    /** Who changed it. */
    public Kind kind() {
      if (Objects.equals(ours, theirs)) {
        return Kind.KEPT;
      }
      if (Objects.equals(base, ours)) {
        return Kind.THEIRS;
      }
      return Objects.equals(base, theirs) ? Kind.OURS : Kind.CONFLICT;
    }

    /** What needs no choice; of a conflict our side. */
    public T value() {
      return kind() == Kind.THEIRS ? theirs : ours;
    }
  }

  /** Whether nobody has to choose. */
  public boolean clean() {
    return blocks.stream().noneMatch(block -> block.kind() == Kind.CONFLICT);
  }

  /** The text without a choice: every change of one side, and of a conflict ours. */
  public SafeHtml text() {
    return text(Block::side);
  }

  /** The text with these sides chosen. */
  public SafeHtml text(Function<Block, Side> choice) {
    return ArticleHtml.joined(
        blocks.stream().flatMap(block -> block.on(choice.apply(block))).toList());
  }
}
