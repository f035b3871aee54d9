package org.talblatt.widget;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paper's style sheets of the talk, made fit for a shadow root: the tokens stand on the element
 * (where its page may set others), sizes follow {@code --talblatt-rem}, and the dark scheme can be
 * chosen by the {@code scheme} attribute.
 */
final class WidgetStyle {
  /** Sheets that belong to pages of their own, not to the talk. */
  static final Set<String> OF_PAGES = Set.of("42-reader.css", "42-follow.css");

  private static final Pattern DARK =
      Pattern.compile(
          "@media \\(prefers-color-scheme: dark\\) \\{\\s*:root \\{([^}]*)}\\s*}", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern REM = Pattern.compile("(?<![\\w.-])(-?[0-9]*\\.?[0-9]+)rem\\b");
  private static final Pattern QUERY = Pattern.compile("@(media|container)[^{]*");

  private WidgetStyle() {}

  static String standalone(String sheets, String own) {
    String css = COMMENT.matcher(sheets + own).replaceAll("");
    css =
        DARK.matcher(css)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        "@media (prefers-color-scheme: dark) { :host(:not([scheme=\"light\"])) {"
                            + found.group(1)
                            + "} } :host([scheme=\"dark\"]) { color-scheme: dark;"
                            + found.group(1)
                            + "} :host([scheme=\"light\"]) { color-scheme: light; }"));
    css = css.replace(":root", ":host");
    return relative(css).replaceAll("\\s+", " ").strip();
  }

  /** Sizes by the element's own measure; what a media query says is the browser's. */
  private static String relative(String css) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (MatchResult query : QUERY.matcher(css).results().toList()) {
      text.append(sizes(css.substring(at, query.start()))).append(query.group());
      at = query.end();
    }
    return text.append(sizes(css.substring(at))).toString();
  }

  private static String sizes(String css) {
    return REM.matcher(css).replaceAll("calc($1 * var(--talblatt-rem, 1rem))");
  }
}
