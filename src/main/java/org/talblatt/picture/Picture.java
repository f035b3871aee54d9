package org.talblatt.picture;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Links;
import org.talblatt.base.PictureId;

/**
 * A stored picture that may be shown.
 *
 * @param width of the original as it is looked at, in pixels
 * @param alternative what it shows, for those who can't see it
 * @param focus what every crop keeps in view
 * @param edition raised when its files are made anew
 * @param expiresAt from when on it may not be shown any more; null = never
 */
public record Picture(
    PictureId id,
    int width,
    int height,
    String caption,
    String credit,
    String alternative,
    Focus focus,
    int edition,
    @Nullable Instant expiresAt) {
  private static final int[] WIDTHS = {320, 640, 960, 1280, 1920};

  /** The widths it is kept in, smallest first. A picture is never blown up. */
  public List<Integer> widths() {
    return widths(Shape.WHOLE);
  }

  /** The widths that a cut of it is kept in, smallest first. */
  public List<Integer> widths(Shape shape) {
    return widths(shape.width(width, height));
  }

  static List<Integer> widths(int width) {
    List<Integer> widths = IntStream.of(WIDTHS).filter(w -> w <= width).boxed().toList();
    return widths.isEmpty() ? List.of(width) : widths;
  }

  /** Its address in the greatest kept width up to this one, else in the smallest. */
  public String address(int atMost) {
    return address(Shape.WHOLE, atMost);
  }

  /** The address of a cut as a JPEG, in the greatest kept width up to this one. */
  public String address(Shape shape, int atMost) {
    return Links.picture(id, shape.code(), best(shape, atMost), Format.JPEG.extension());
  }

  /** The same for the newsroom, which sees pictures before and after the public does. */
  public String newsroomAddress(int atMost) {
    return newsroomAddress(Shape.WHOLE, atMost);
  }

  /** A cut of it for the newsroom. */
  public String newsroomAddress(Shape shape, int atMost) {
    String cut = shape == Shape.WHOLE ? "" : shape.code() + "-";
    return "/redaktion/bilder/" + id + "/" + cut + best(shape, atMost) + ".jpg";
  }

  private int best(Shape shape, int atMost) {
    List<Integer> widths = widths(shape);
    return widths.stream().filter(w -> w <= atMost).reduce((a, b) -> b).orElse(widths.getFirst());
  }

  /** All kept widths as JPEG, as {@code srcset} wants them. */
  public String sourceSet() {
    return sourceSet(Shape.WHOLE, Format.JPEG);
  }

  /** All kept widths of a cut, as {@code srcset} wants them. */
  public String sourceSet(Shape shape, Format format) {
    return widths(shape).stream()
        .map(w -> Links.picture(id, shape.code(), w, format.extension()) + " " + w + "w")
        .collect(Collectors.joining(", "));
  }

  /** What the page reserves for it. */
  public int width(Shape shape) {
    return best(shape, Integer.MAX_VALUE);
  }

  public int height(Shape shape) {
    return shape.height(width(shape), width, height);
  }
}
