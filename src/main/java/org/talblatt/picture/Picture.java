package org.talblatt.picture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.talblatt.base.Links;
import org.talblatt.base.PictureId;

/**
 * A stored picture.
 *
 * @param width of the original as it is looked at, in pixels
 * @param alternative what it shows, for those who can't see it
 */
public record Picture(
    PictureId id, int width, int height, String caption, String credit, String alternative) {
  private static final int[] WIDTHS = {320, 640, 960, 1280, 1920};

  /** The widths it is kept in, smallest first. A picture is never blown up. */
  public List<Integer> widths() {
    return widths(width);
  }

  static List<Integer> widths(int width) {
    List<Integer> widths = IntStream.of(WIDTHS).filter(w -> w <= width).boxed().toList();
    return widths.isEmpty() ? List.of(width) : widths;
  }

  /** Its address in the greatest kept width up to this one, else in the smallest. */
  public String address(int atMost) {
    int best =
        widths().stream()
            .filter(w -> w <= atMost)
            .max(Integer::compare)
            .orElse(widths().getFirst());
    return Links.picture(id, best);
  }

  /** All kept widths, as {@code srcset} wants them. */
  public String sourceSet() {
    return widths().stream()
        .map(w -> Links.picture(id, w) + " " + w + "w")
        .collect(Collectors.joining(", "));
  }
}
