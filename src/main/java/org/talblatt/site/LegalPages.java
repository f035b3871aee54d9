package org.talblatt.site;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.paper.Frame;
import org.talblatt.paper.LegalText;
import org.talblatt.paper.LegalTexts;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Imprint, privacy notice and house rules, each in every language of the interface. */
@Component
class LegalPages implements PageRoute {
  private final LegalTexts texts;
  private final Frames frames;
  private final Templates templates;

  LegalPages(LegalTexts texts, Frames frames, Templates templates) {
    this.texts = texts;
    this.frames = frames;
    this.templates = templates;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of("sprache");
  }

  @Override
  public boolean owns(String path) {
    return Stream.of(LegalTexts.Name.values()).anyMatch(name -> path.equals("/" + name.slug()));
  }

  @Override
  public Page render(PageAddress address) {
    LegalTexts.Name name = name(address.path());
    String asked = address.parameter("sprache");
    if (asked != null && !Messages.LANGUAGES.contains(asked)) {
      throw Failure.notFound();
    }
    String language = asked == null ? frames.paper().language() : asked;
    LegalText text = texts.current(name, Messages.of(language));
    String path = path(name, language);
    Frame frame = frames.frame(language, text.title(), "", path, path);
    String html = templates.siteLegal(frame, text, languages(name)).render();
    return Page.html(html, Set.of("legal:" + name.slug(), "paper"));
  }

  private static LegalTexts.Name name(String path) {
    return Stream.of(LegalTexts.Name.values())
        .filter(name -> path.equals("/" + name.slug()))
        .findFirst()
        .orElseThrow(Failure::notFound);
  }

  private List<Frame.Item> languages(LegalTexts.Name name) {
    return Messages.LANGUAGES.stream()
        .map(
            language ->
                new Frame.Item(Messages.of(language).get("paper.language"), path(name, language)))
        .toList();
  }

  private String path(LegalTexts.Name name, String language) {
    String path = "/" + name.slug();
    return language.equals(frames.paper().language()) ? path : path + "?sprache=" + language;
  }
}
