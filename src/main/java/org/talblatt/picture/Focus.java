package org.talblatt.picture;

import java.awt.Rectangle;

/** Where the eye should rest: shares of a picture's width and height, from the top left. */
public record Focus(double x, double y) {
  public static final Focus MIDDLE = new Focus(0.5, 0.5);

  /** Brings what lies beside the picture, or is no number at all, back into it. */
  public Focus {
    x = Double.isNaN(x) ? 0.5 : Math.clamp(x, 0, 1);
    y = Double.isNaN(y) ? 0.5 : Math.clamp(y, 0, 1);
  }

  /** The largest cut of this shape, with the focus as near to its middle as the edges allow. */
  Rectangle cut(Shape shape, int width, int height) {
    int cutWidth = shape.width(width, height);
    int cutHeight = Math.min(height, shape.height(cutWidth, width, height));
    return new Rectangle(
        start(x, width, cutWidth), start(y, height, cutHeight), cutWidth, cutHeight);
  }

  private static int start(double share, int length, int cut) {
    return Math.clamp(Math.round(share * length - cut / 2.0), 0, length - cut);
  }
}
