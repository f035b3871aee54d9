package org.talblatt.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Merged;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Paragraphs;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.WordDiff;

/**
 * An agency's update beside our article, ready for its template.
 *
 * @param conflicts how many places both changed
 * @param note what readers will be told, as the agency says or somebody typed
 */
public record UpdateView(
    String item,
    String headline,
    String path,
    String credit,
    String stand,
    List<Row> rows,
    int conflicts,
    String note,
    @Nullable String problem) {

  /**
   * A line or paragraph.
   *
   * @param key its name in the form
   * @param label what it is
   * @param kind who changed it, as messages have it
   * @param ours what we changed, word by word
   * @param theirs what the agency changed
   * @param text where nobody changed it, or the chosen side has to be read
   * @param chosen ours, theirs or both; empty where nothing is chosen yet
   * @param both whether both can stand
   */
  public record Row(
      String key,
      String label,
      String kind,
      List<WordDiff.Piece> ours,
      List<WordDiff.Piece> theirs,
      String text,
      String chosen,
      boolean both) {
    public boolean kept() {
      return kind.equals("kept");
    }
  }

  static UpdateView of(
      AgencyUpdates.Pending pending,
      Map<String, String> typed,
      Messages words,
      @Nullable String problem) {
    List<Row> rows = new ArrayList<>();
    pending
        .merge()
        .lines()
        .forEach(
            (line, field) -> {
              if (field.kind() != Merged.Kind.KEPT) {
                String label = words.get("changes.line-" + line.word());
                rows.add(row(line.word(), label, field, field.kind(), typed));
              }
            });
    List<Merged.Block> blocks = pending.merge().body().blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Merged.Block block = blocks.get(i);
      Merged.Field<String> text =
          new Merged.Field<>(text(block.base()), text(block.ours()), text(block.theirs()));
      String label = words.get("changes.paragraph", i + 1);
      rows.add(row(Integer.toString(i), label, text, block.kind(), typed));
    }
    return new UpdateView(
        pending.entry().id().toString(),
        pending.article().draft().headline(),
        pending.article().path(),
        pending.item().credit(),
        pending.stand(),
        rows,
        (int) rows.stream().filter(row -> row.kind().equals("conflict")).count(),
        typed.getOrDefault(
            "notiz", pending.item().correcting() ? pending.item().correctionNote() : ""),
        problem);
  }

  private static Row row(
      String key,
      String label,
      Merged.Field<String> field,
      Merged.Kind kind,
      Map<String, String> typed) {
    String usual =
        switch (kind) {
          case KEPT, OURS -> "ours";
          case THEIRS -> "theirs";
          case CONFLICT -> "";
        };
    return new Row(
        key,
        label,
        kind.name().toLowerCase(Locale.ROOT),
        WordDiff.between(field.base(), field.ours()),
        WordDiff.between(field.base(), field.theirs()),
        field.ours(),
        typed.getOrDefault("wahl-" + key, usual),
        Character.isDigit(key.charAt(0)));
  }

  private static String text(SafeHtml html) {
    return String.join("\n", Paragraphs.of(html));
  }
}
