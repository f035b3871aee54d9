package org.talblatt.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.SafeHtml;

/**
 * Brings together two texts that were made of the same one: an agency's newer version and our
 * worked-over article, or what two editors wrote at a time. Paragraph by paragraph, so that only
 * what both changed needs a choice.
 */
public final class TextMerge {
  /** Of two new pieces at one place, how much they have in common to be versions of each other. */
  private static final double VERSIONS = 0.6;

  private final List<TextBlock> base;
  private final List<TextBlock> ours;
  private final List<TextBlock> theirs;
  private final List<Merged.Block> blocks = new ArrayList<>();

  private TextMerge(List<TextBlock> base, List<TextBlock> ours, List<TextBlock> theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /**
   * @param base what both were made of
   */
  public static Merged merge(SafeHtml base, SafeHtml ours, SafeHtml theirs) {
    return new TextMerge(TextBlock.of(base), TextBlock.of(ours), TextBlock.of(theirs)).merged();
  }

  private Merged merged() {
    int[] inOurs = Alignment.of(base, ours, 0);
    int[] inTheirs = Alignment.of(base, theirs, 0);
    int nextOurs = 0;
    int nextTheirs = 0;
    for (int i = 0; i < base.size(); i++) {
      int ourEnd = inOurs[i] < 0 ? nextOurs : inOurs[i];
      int theirEnd = inTheirs[i] < 0 ? nextTheirs : inTheirs[i];
      added(ours.subList(nextOurs, ourEnd), theirs.subList(nextTheirs, theirEnd));
      add(
          base.get(i),
          inOurs[i] < 0 ? null : ours.get(ourEnd),
          inTheirs[i] < 0 ? null : theirs.get(theirEnd));
      nextOurs = inOurs[i] < 0 ? nextOurs : ourEnd + 1;
      nextTheirs = inTheirs[i] < 0 ? nextTheirs : theirEnd + 1;
    }
    added(ours.subList(nextOurs, ours.size()), theirs.subList(nextTheirs, theirs.size()));
    return new Merged(List.copyOf(blocks));
  }

  /** What both put in at one place stands there both, once where it is the same. */
  private void added(List<TextBlock> our, List<TextBlock> their) {
    int[] partner = Alignment.of(our, their, VERSIONS);
    int next = 0;
    for (int i = 0; i < our.size(); i++) {
      if (partner[i] >= 0) {
        their.subList(next, partner[i]).forEach(alone -> add(null, null, alone));
        next = partner[i] + 1;
      }
      add(null, our.get(i), partner[i] < 0 ? null : their.get(partner[i]));
    }
    their.subList(next, their.size()).forEach(alone -> add(null, null, alone));
  }

  private void add(@Nullable TextBlock was, @Nullable TextBlock our, @Nullable TextBlock their) {
    if (our == null && their == null) {
      return;
    }
    Merged.Kind kind = new Merged.Field<>(key(was), key(our), key(their)).kind();
    blocks.add(new Merged.Block(kind, html(was), html(our), html(their)));
  }

  private static String key(@Nullable TextBlock block) {
    return block == null ? "" : block.key();
  }

  private static SafeHtml html(@Nullable TextBlock block) {
    return block == null ? SafeHtml.EMPTY : block.html();
  }
}
