package org.talblatt.paper;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Error pages in the paper's own frame. */
@Component
class PaperErrorPages implements ErrorPages {
  private final Papers papers;
  private final Templates templates;

  PaperErrorPages(Papers papers, Templates templates) {
    this.papers = papers;
    this.templates = templates;
  }

  @Override
  public String render(Failure failure) {
    return page(failure.kind().status(), sentence(failure));
  }

  @Override
  public String sentence(Failure failure) {
    return messages().get(failure.key(), failure.arguments());
  }

  @Override
  public Map<String, String> fields(Failure failure) {
    Map<String, String> sentences = new TreeMap<>();
    failure
        .fields()
        .forEach(
            (field, key) ->
                sentences.put(
                    field, key.equals(failure.key()) ? sentence(failure) : messages().get(key)));
    return sentences;
  }

  private String page(int status, String sentence) {
    Frame frame = Frame.plain(papers.current(), messages(), sentence);
    return templates.paperError(frame, status, sentence).render();
  }

  private Messages messages() {
    return Messages.of(papers.current().language());
  }
}
