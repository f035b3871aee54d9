package org.talblatt.desk.editor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Content;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Storable;

/**
 * An article as it stands in its form: what somebody types, whether it can be read or not. Working
 * copies are kept and merged as this, so that half a date is no reason to lose a text.
 *
 * @param fields by the form's names; every one of {@link #NAMES}
 */
public record EditorForm(Map<String, String> fields) {
  static final String SECTION = "ressort";
  static final String KICKER = "dachzeile";
  static final String HEADLINE = "ueberschrift";
  static final String SUBHEAD = "unterzeile";
  static final String TEASER = "vorspann";
  static final String BYLINE = "autor";
  static final String CREDIT = "quelle";
  static final String DATELINE = "ort";
  static final String BODY = "text";
  static final String LANGUAGE = "sprache";
  static final String CORRECTION = "korrektur";
  static final String PICTURE = "bild";
  static final String TOPICS = "schlagworte";
  static final String WEIGHT = "gewicht";
  static final String RELATED = "verwandt";
  static final String DISCUSSION = "diskussion";
  static final String EMBARGO = "sperrfrist";

  /** All that an article says, in the form's order. */
  static final List<String> NAMES =
      List.of(
          SECTION,
          KICKER,
          HEADLINE,
          SUBHEAD,
          TEASER,
          BYLINE,
          CREDIT,
          DATELINE,
          BODY,
          LANGUAGE,
          CORRECTION,
          PICTURE,
          TOPICS,
          WEIGHT,
          RELATED,
          DISCUSSION,
          EMBARGO);

  /** Far more than anybody types; what is longer was no accident. */
  private static final int LONGEST = 400_000;

  /** What came with a request; fields that it doesn't have are as they were. */
  static EditorForm typed(Map<String, String> parameters, EditorForm otherwise) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : NAMES) {
      String typed = parameters.get(name);
      fields.put(name, typed == null ? otherwise.get(name) : clean(name, typed));
    }
    return new EditorForm(fields);
  }

  private static String clean(String name, String typed) {
    String text = Storable.of(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
    return switch (name) {
      case BODY, RELATED -> text.replace("\r\n", "\n").strip();
      case TEASER, CORRECTION -> text.replaceAll("\\s*\\R\\s*", " ").strip();
      // a choice of its own: a browser sends it, nothing would not be sent
      case PICTURE -> text.strip().equals("0") ? "" : text.strip();
      default -> text.replaceAll("\\s+", " ").strip();
    };
  }

  /** The form that says what an article says. */
  static EditorForm of(Content content, Moments moments) {
    Draft draft = content.draft();
    DiscussionRules talk = draft.discussion();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(SECTION, draft.section());
    fields.put(KICKER, draft.kicker());
    fields.put(HEADLINE, draft.headline());
    fields.put(SUBHEAD, draft.subhead());
    fields.put(TEASER, draft.teaser());
    fields.put(BYLINE, draft.byline());
    fields.put(CREDIT, draft.credit());
    fields.put(DATELINE, draft.dateline());
    fields.put(BODY, BodyText.lines(BodyText.canonical(draft.body())));
    fields.put(LANGUAGE, draft.language());
    fields.put(CORRECTION, draft.correctionNote());
    fields.put(PICTURE, draft.picture() == null ? "" : draft.picture().toString());
    fields.put(TOPICS, String.join(", ", draft.topics()));
    fields.put(WEIGHT, Integer.toString(draft.weight()));
    fields.put(
        RELATED,
        content.related().stream().map(ArticleId::toString).collect(Collectors.joining("\n")));
    fields.put(DISCUSSION, talk == null ? "" : talk.mode().name().toLowerCase(Locale.ROOT));
    fields.put(EMBARGO, moments.typed(draft.embargoUntil()));
    return new EditorForm(fields);
  }

  /** What stands in a field. */
  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The same with another value in one field. */
  EditorForm with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new EditorForm(changed);
  }

  /** The body as it would be stored. */
  SafeHtml body() {
    return BodyText.typed(get(BODY));
  }

  /** Whether both say the same, however it is laid out. */
  boolean says(EditorForm other) {
    return NAMES.stream().allMatch(name -> same(name, get(name), other.get(name)));
  }

  static boolean same(String name, @Nullable String one, @Nullable String other) {
    String a = one == null ? "" : one;
    String b = other == null ? "" : other;
    if (a.equals(b)) {
      return true;
    }
    return name.equals(BODY) && BodyText.typed(a).equals(BodyText.typed(b));
  }

  /** The keywords, each once, in their order. */
  List<String> topics() {
    return Arrays.stream(get(TOPICS).split(","))
        .map(String::strip)
        .filter(topic -> !topic.isEmpty())
        .distinct()
        .toList();
  }

  /** The lines that name what else there is to read. */
  List<String> related() {
    return get(RELATED).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
