package org.talblatt.picture;

import java.util.stream.Stream;

/** What is cut out of a picture. Its code stands in addresses, so it never changes. */
public enum Shape {
  WHOLE("", 0, 0),
  SQUARE("1x1", 1, 1),
  CLASSIC("4x3", 4, 3),
  WIDE("16x9", 16, 9);

  /** The three that are cut around the focus. */
  public static final java.util.List<Shape> CROPS = java.util.List.of(WIDE, CLASSIC, SQUARE);

  private final String code;
  private final int across;
  private final int down;

  Shape(String code, int across, int down) {
    this.code = code;
    this.across = across;
    this.down = down;
  }

  /** "16x9"; empty for the whole. */
  public String code() {
    return code;
  }

  /** The shape with this code; the whole where there is none. */
  static Shape coded(@org.jspecify.annotations.Nullable String code) {
    return Stream.of(values())
        .filter(shape -> shape.code.equals(code == null ? "" : code))
        .findFirst()
        .orElseThrow(org.talblatt.base.Failure::notFound);
  }

  /** The widest cut that fits into a picture of this size. */
  int width(int width, int height) {
    return this == WHOLE ? width : Math.clamp((long) height * across / down, 1, width);
  }

  /** How high a cut of this width is; {@code width} and {@code height} are the picture's. */
  int height(int cut, int width, int height) {
    return this == WHOLE
        ? Math.max(1, Math.round((float) height * cut / width))
        : Math.max(1, Math.round((float) cut * down / across));
  }
}
