package org.talblatt.desk.changes;

import java.util.List;
import java.util.Map;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.platform.text.Times;

/**
 * An article and a form that changes it, ready for its template.
 *
 * @param typed what was typed, by field
 * @param wrong the field that was refused, or empty
 * @param problem why, or empty
 * @param notes what readers were told before
 */
public record ChangeView(
    ArticlesOnFile.OnFile article,
    Map<String, String> typed,
    String wrong,
    String problem,
    boolean done,
    List<String> notes,
    Times times) {
  /** What was typed into a field. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The article's address in the newsroom. */
  public String path() {
    return "/redaktion/artikel/" + article.id();
  }
}
