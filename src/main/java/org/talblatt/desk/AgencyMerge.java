package org.talblatt.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.talblatt.article.Draft;
import org.talblatt.article.Merged;
import org.talblatt.article.TextMerge;
import org.talblatt.platform.text.SafeHtml;

/**
 * An agency's newer wording and our article, which both were made of the agency's older one. Pure.
 */
final class AgencyMerge {
  private final Map<Line, Merged.Field<String>> lines = new EnumMap<>(Line.class);
  private final Merged.Field<List<String>> topics;
  private final Merged body;
  private final Draft ours;
  private final Draft theirs;

  /** A field of one line. */
  enum Line {
    HEADLINE,
    KICKER,
    SUBHEAD,
    TEASER,
    BYLINE,
    CREDIT,
    DATELINE;

    private String of(AgencyText text) {
      return switch (this) {
        case HEADLINE -> text.headline();
        case KICKER -> text.kicker();
        case SUBHEAD -> text.subhead();
        case TEASER -> text.teaser();
        case BYLINE -> text.byline();
        case CREDIT -> text.credit();
        case DATELINE -> text.dateline();
      };
    }

    /** In forms and messages. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private AgencyMerge(AgencyText base, Draft ours, Draft theirs) {
    AgencyText mine = AgencyText.of(ours);
    AgencyText agency = AgencyText.of(theirs);
    for (Line line : Line.values()) {
      lines.put(line, new Merged.Field<>(line.of(base), line.of(mine), line.of(agency)));
    }
    this.topics = new Merged.Field<>(base.topics(), mine.topics(), agency.topics());
    this.body = TextMerge.merge(base.body(), mine.body(), agency.body());
    this.ours = ours;
    this.theirs = theirs;
  }

  /**
   * @param base the agency's wording that our article was last brought up to
   * @param ours the article as it stands
   * @param theirs the article as the agency's newer wording alone would make it
   */
  static AgencyMerge of(AgencyText base, Draft ours, Draft theirs) {
    return new AgencyMerge(base, ours, theirs);
  }

  Map<Line, Merged.Field<String>> lines() {
    return lines;
  }

  Merged body() {
    return body;
  }

  /** Whether nobody here has changed a word. */
  boolean untouched() {
    return body.blocks().stream().allMatch(block -> theirs(block.kind()))
        && topics.base().equals(topics.ours())
        && lines.values().stream().allMatch(field -> theirs(field.kind()));
  }

  private static boolean theirs(Merged.Kind kind) {
    return kind == Merged.Kind.KEPT || kind == Merged.Kind.THEIRS;
  }

  /** Whether nobody has to choose. */
  boolean clean() {
    return body.clean()
        && lines.values().stream().noneMatch(field -> field.kind() == Merged.Kind.CONFLICT);
  }

  /**
   * The article with both.
   *
   * @param choice which side counts, by a line's word or a paragraph's number from 0 on, where it
   *     isn't the one that changed something
   */
  Draft with(Function<String, Merged.Side> choice) {
    return with(choice, theirs.correctionNote());
  }

  /**
   * As above.
   *
   * @param note what readers are told of it; blank: nothing new
   */
  Draft with(Function<String, Merged.Side> choice, String note) {
    return new Draft(
        ours.section(),
        line(Line.HEADLINE, choice),
        line(Line.KICKER, choice),
        line(Line.SUBHEAD, choice),
        line(Line.TEASER, choice),
        line(Line.BYLINE, choice),
        line(Line.CREDIT, choice),
        line(Line.DATELINE, choice),
        text(choice),
        ours.language(),
        note.isBlank() ? ours.correctionNote() : note.strip(),
        ours.picture(),
        topics.value(),
        ours.weight(),
        ours.discussion(),
        theirs.embargoUntil());
  }

  private String line(Line line, Function<String, Merged.Side> choice) {
    Merged.Field<String> field = lines.getOrDefault(line, new Merged.Field<>("", "", ""));
    if (field.kind() == Merged.Kind.KEPT) {
      return field.ours();
    }
    return choice.apply(line.word()) == Merged.Side.THEIRS ? field.theirs() : field.ours();
  }

  private SafeHtml text(Function<String, Merged.Side> choice) {
    int[] next = {0};
    return body.text(
        block -> {
          String number = Integer.toString(next[0]++);
          return block.kind() == Merged.Kind.KEPT ? Merged.Side.OURS : choice.apply(number);
        });
  }

  /** Both sides' changes, and of what both changed this side. */
  Function<String, Merged.Side> preferring(Merged.Side side) {
    return key ->
        switch (kind(key)) {
          case THEIRS -> Merged.Side.THEIRS;
          case KEPT, OURS -> Merged.Side.OURS;
          case CONFLICT -> side;
        };
  }

  /** Who changed the line of this word or the paragraph of this number. */
  Merged.Kind kind(String key) {
    for (Line line : Line.values()) {
      if (line.word().equals(key)) {
        return lines.getOrDefault(line, new Merged.Field<>("", "", "")).kind();
      }
    }
    return body.blocks().get(Integer.parseInt(key)).kind();
  }
}
