package org.talblatt.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.PictureId;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;
import talblatt.template.Templates;

/**
 * An article's body with its pictures: a block {@code <figure data-picture="12">} is drawn as the
 * picture where it may be shown, and as nothing where it may not.
 */
@Component
public class BodyPictures {
  private final Pictures pictures;
  private final Templates templates;
  private final Settings settings;

  BodyPictures(Pictures pictures, Templates templates, Settings settings) {
    this.pictures = pictures;
    this.templates = templates;
    this.settings = settings;
  }

  /**
   * A stretch of text, or a picture.
   *
   * @param picture null for text
   */
  public record Part(SafeHtml text, @Nullable Picture picture) {}

  /** A body in the order it is read. */
  public record Drawn(List<Part> parts) {
    /** When the first of its pictures has to go; null = none has to. */
    public @Nullable Instant until() {
      return parts.stream()
          .map(Part::picture)
          .filter(Objects::nonNull)
          .map(Picture::expiresAt)
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  /** The body cut where a picture stands; one statement where there is any, else none. */
  public Drawn drawn(SafeHtml body) {
    return drawn(body, pictures.usable(named(body)));
  }

  private static List<PictureId> named(SafeHtml body) {
    return ArticleHtml.pictures(body).stream().map(PictureId::new).toList();
  }

  private static Drawn drawn(SafeHtml body, Map<PictureId, Picture> usable) {
    if (named(body).isEmpty()) {
      return new Drawn(List.of(new Part(body, null)));
    }
    List<Part> parts = new ArrayList<>();
    for (SafeHtml piece : ArticleHtml.aroundPictures(body)) {
      List<Long> shown = ArticleHtml.pictures(piece);
      Picture picture = shown.isEmpty() ? null : usable.get(new PictureId(shown.getFirst()));
      if (shown.isEmpty() || picture != null) {
        parts.add(new Part(picture == null ? piece : SafeHtml.EMPTY, picture));
      }
    }
    return new Drawn(parts);
  }

  /**
   * Each body as one text with full addresses, for those who show it outside our pages; one
   * statement for all.
   */
  public List<String> html(List<SafeHtml> bodies) {
    Map<PictureId, Picture> usable =
        pictures.usable(bodies.stream().flatMap(body -> named(body).stream()).toList());
    return bodies.stream().map(body -> html(drawn(body, usable))).toList();
  }

  private String html(Drawn body) {
    return body.parts().stream().map(this::html).collect(Collectors.joining("\n"));
  }

  private String html(Part part) {
    Picture picture = part.picture();
    return picture == null
        ? part.text().html()
        : templates
            .pictureFigure(
                picture, "100vw", false, settings.links().absolute(picture.address(1280)))
            .render()
            .strip();
  }
}
