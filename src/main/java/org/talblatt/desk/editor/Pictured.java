package org.talblatt.desk.editor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talblatt.article.Draft;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.picture.Picture;
import org.talblatt.picture.Pictures;
import org.talblatt.platform.text.ArticleHtml;

/** The pictures that an article can be given. */
@Component
public class Pictured {
  private final Pictures pictures;

  Pictured(Pictures pictures) {
    this.pictures = pictures;
  }

  /** The newest that may be shown and are described, and the one that was chosen. */
  List<Picture> offered(int limit, String chosen) {
    List<Picture> offered = new ArrayList<>(pictures.forPicking(limit));
    if (chosen.matches("[1-9][0-9]{0,17}")
        && offered.stream().noneMatch(picture -> picture.id().toString().equals(chosen))) {
      pictures.find(new PictureId(Long.parseLong(chosen))).ifPresent(offered::addFirst);
    }
    return offered;
  }

  /** Refuses what may not be shown, and what readers who can't see would miss. */
  public void check(Draft draft) {
    List<PictureId> shown = new ArrayList<>();
    if (draft.picture() != null) {
      shown.add(draft.picture());
    }
    ArticleHtml.pictures(draft.body()).forEach(number -> shown.add(new PictureId(number)));
    for (PictureId id : shown) {
      Picture picture =
          pictures
              .find(id)
              .orElseThrow(
                  () ->
                      Failure.invalid(EditorForm.PICTURE, "editor.picture-unknown", id.toString()));
      if (picture.alternative().isBlank()) {
        throw Failure.invalid(EditorForm.PICTURE, "editor.alternative-missing", id.toString());
      }
    }
  }
}
