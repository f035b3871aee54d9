package org.talblatt.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.identity.Registration;
import org.talblatt.paper.Papers;
import org.talblatt.picture.Rendering;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Jobs;

/**
 * The demo newspaper. Fills an empty paper through the public doors; does nothing where there are
 * stories already.
 */
@Component
public class DemoPaper {
  /** Looks for rings of votes, of which the talk has one; else moderators see it in ten minutes. */
  private static final String RINGS = "rating-rings-of-a-block";

  private final Papers papers;
  private final Registration registration;
  private final ArticlesOnFile articles;
  private final DemoFilling filling;
  private final Jobs jobs;
  private final Settings settings;

  DemoPaper(
      Papers papers,
      Registration registration,
      ArticlesOnFile articles,
      DemoFilling filling,
      Jobs jobs,
      Settings settings) {
    this.papers = papers;
    this.registration = registration;
    this.articles = articles;
    this.filling = filling;
    this.jobs = jobs;
    this.settings = settings;
  }

  /** Somebody whom whoever tries the demo may log in as. */
  public record Login(String email, String name, String rights) {}

  /**
   * Stories, pictures, readers and their talk: all of it or, where it is interrupted, nothing.
   *
   * @throws CommandFailure where somebody else's paper is here
   */
  public void fill() {
    if (papers.demo()) {
      return;
    }
    if (registration.anybody() || articles.anything()) {
      throw new CommandFailure(
          CommandFailure.USAGE,
          "The data folder %s holds a paper that is not the demo; --data takes another one."
              .formatted(settings.data()));
    }
    DemoContent content = DemoContent.read();
    filling.fill(content, paint(content));
    jobs.hurry(RINGS);
  }

  /** Who can log in; all with {@link #password()}. */
  public List<Login> logins() {
    return DemoContent.read().people().logins().stream()
        .map(
            login ->
                new Login(
                    login.email(),
                    login.name(),
                    login.roles().isEmpty()
                        ? "reader"
                        : login
                            .roles()
                            .iterator()
                            .next()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)))
        .toList();
  }

  /** The demo's one password. */
  public String password() {
    return DemoContent.read().people().password();
  }

  /** Every story's picture, on all cores: painting takes longer than all the rest. */
  static Map<String, Rendering> paint(DemoContent content) {
    Stream<Map.Entry<String, Rendering>> painted =
        content.stories().parallelStream()
            .map(DemoContent.Placed::story)
            .map(story -> Map.entry(story.key(), Rendering.of(Painting.jpeg(story.picture()))));
    Map<String, Rendering> pictures = new LinkedHashMap<>();
    painted.toList().forEach(entry -> pictures.put(entry.getKey(), entry.getValue()));
    return pictures;
  }
}
