package org.talblatt.desk.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.talblatt.article.Merged;
import org.talblatt.article.TextMerge;
import org.talblatt.platform.text.SafeHtml;

/**
 * What two people wrote in one article, brought together: line by line, the body block by block,
 * keywords one by one. Only what both changed, each otherwise, needs a choice. Pure.
 *
 * @param ours what who stores now has written
 * @param theirs what has been stored meanwhile
 */
public record FormMerge(EditorForm base, EditorForm ours, EditorForm theirs, Merged body) {
  private static final Set<String> LISTS = Set.of(EditorForm.TOPICS, EditorForm.RELATED);

  /** Brings together what was made of the same text. */
  static FormMerge of(EditorForm base, EditorForm ours, EditorForm theirs) {
    Merged body = TextMerge.merge(base.body(), ours.body(), theirs.body());
    return new FormMerge(base, ours, theirs, body);
  }

  /**
   * Something to choose.
   *
   * @param name of the field that the choice is sent in
   * @param field the form's field that it belongs to
   */
  public record Conflict(String name, String field, String base, String ours, String theirs) {
    /** Whether it is a piece of the body, which is HTML. */
    public boolean inBody() {
      return field.equals(EditorForm.BODY);
    }
  }

  /** What has to be chosen, in the form's order. */
  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    for (String name : EditorForm.NAMES) {
      if (name.equals(EditorForm.BODY)) {
        inBody(conflicts);
      } else if (!LISTS.contains(name) && field(name).kind() == Merged.Kind.CONFLICT) {
        conflicts.add(
            new Conflict(choice(name), name, base.get(name), ours.get(name), theirs.get(name)));
      }
    }
    return conflicts;
  }

  private void inBody(List<Conflict> conflicts) {
    for (int i = 0; i < body.blocks().size(); i++) {
      Merged.Block block = body.blocks().get(i);
      if (block.kind() == Merged.Kind.CONFLICT) {
        conflicts.add(
            new Conflict(
                choice(EditorForm.BODY + i),
                EditorForm.BODY,
                block.base().html(),
                block.ours().html(),
                block.theirs().html()));
      }
    }
  }

  private static String choice(String what) {
    return "wahl-" + what;
  }

  boolean clean() {
    return conflicts().isEmpty();
  }

  /** The form with ours where nothing was chosen. */
  EditorForm form() {
    return form(Map.of());
  }

  /**
   * The form with what was chosen.
   *
   * @param choices name of a conflict to {@code ours}, {@code theirs} or {@code both}
   */
  EditorForm form(Map<String, String> choices) {
    EditorForm merged = ours;
    for (String name : EditorForm.NAMES) {
      if (name.equals(EditorForm.BODY)) {
        merged = merged.with(name, BodyText.lines(text(choices)));
      } else {
        merged = merged.with(name, LISTS.contains(name) ? list(name) : line(name, choices));
      }
    }
    return merged;
  }

  private SafeHtml text(Map<String, String> choices) {
    int[] next = {0};
    return body.text(
        block -> {
          String name = choice(EditorForm.BODY + next[0]++);
          return block.kind() == Merged.Kind.CONFLICT ? side(choices.get(name)) : block.side();
        });
  }

  private String line(String name, Map<String, String> choices) {
    Merged.Field<String> field = field(name);
    if (field.kind() != Merged.Kind.CONFLICT) {
      return field.value();
    }
    return side(choices.get(choice(name))) == Merged.Side.THEIRS ? field.theirs() : field.ours();
  }

  private static Merged.Side side(@org.jspecify.annotations.Nullable String word) {
    return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
      case "theirs" -> Merged.Side.THEIRS;
      case "both" -> Merged.Side.BOTH;
      default -> Merged.Side.OURS;
    };
  }

  private Merged.Field<String> field(String name) {
    return new Merged.Field<>(base.get(name), ours.get(name), theirs.get(name));
  }

  /** Theirs, with what we added and without what we took out. */
  private String list(String name) {
    Set<String> was = entries(name, base);
    Set<String> our = entries(name, ours);
    Set<String> merged = new LinkedHashSet<>(entries(name, theirs));
    merged.removeIf(entry -> was.contains(entry) && !our.contains(entry));
    our.stream().filter(entry -> !was.contains(entry)).forEach(merged::add);
    return String.join(name.equals(EditorForm.TOPICS) ? ", " : "\n", merged);
  }

  private static Set<String> entries(String name, EditorForm form) {
    return new LinkedHashSet<>(name.equals(EditorForm.TOPICS) ? form.topics() : form.related());
  }
}
