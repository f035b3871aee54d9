package org.talblatt.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.talblatt.identity.Agreements;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.Messages;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one script that other houses' pages load, with the talk's own style and words inside, so that
 * a page needs one request and its policy one source.
 */
@Component
class WidgetScript implements PageRoute {
  static final String PATH = "/einbettung/talblatt.js";

  private static final String WORDS = "widget.js-";

  private final Agreements agreements;

  WidgetScript(Agreements agreements) {
    this.agreements = agreements;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    return path.equals(PATH);
  }

  @Override
  public Page render(PageAddress address) {
    return Page.script(script(), Set.of("paper"));
  }

  private String script() {
    Map<String, Object> given = new TreeMap<>();
    given.put("style", style());
    given.put("age", agreements.minimumAge());
    given.put(
        "words",
        Messages.LANGUAGES.stream()
            .collect(Collectors.toMap(language -> language, WidgetScript::words)));
    String code =
        Stream.of("talk.js", "view.js", "entering.js", "writing.js", "element.js")
            .map(name -> text(new ClassPathResource("static/embed/" + name)))
            .collect(Collectors.joining());
    // a scope of its own: the page has names too
    return "(() => {\nconst GIVEN = "
        + JsonMapper.builder().build().writeValueAsString(given)
        + ";\n"
        + code
        + "})();\n";
  }

  private static Map<String, String> words(String language) {
    Messages messages = Messages.of(language);
    return messages.keys().stream()
        .filter(key -> key.startsWith(WORDS))
        .collect(
            Collectors.toMap(
                key -> key.substring(WORDS.length()),
                key -> messages.get(key, "{0}", "{1}"),
                (a, b) -> a,
                TreeMap::new));
  }

  /** The paper's own sheets of the talk, and what makes them stand alone. */
  private static String style() {
    String sheets =
        Stream.concat(Stream.of(sheet("css/00-layers.css"), sheet("css/01-tokens.css")), talk())
            .collect(Collectors.joining());
    return WidgetStyle.standalone(sheets, sheet("embed/embed.css"));
  }

  private static Stream<String> talk() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:static/css/4?-*.css");
      return Arrays.stream(files)
          .sorted(Comparator.comparing(Resource::getFilename))
          .filter(file -> !WidgetStyle.OF_PAGES.contains(file.getFilename()))
          .map(WidgetScript::text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sheet(String name) {
    return text(new ClassPathResource("static/" + name));
  }

  private static String text(Resource file) {
    try {
      return Objects.requireNonNull(file).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
