package org.talblatt.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** What is painted on: points for the land, shapes for what stands on it. */
final class Sheet {
  static final int WIDTH = 1920;
  static final int HEIGHT = 1080;

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  final int[] points = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();

  /** For shapes; to be disposed of. */
  Graphics2D brush() {
    Graphics2D brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return brush;
  }

  BufferedImage image() {
    return image;
  }

  /** The colour between two, {@code part} of the way. */
  static int mix(int from, int to, float part) {
    int t = part <= 0 ? 0 : part >= 1 ? 256 : (int) (part * 256);
    // red and blue in one multiplication: eight bits lie free between them
    int redBlue = from & 0xff00ff;
    int green = from & 0x00ff00;
    redBlue += (((to & 0xff00ff) - redBlue) * t) >> 8;
    green += (((to & 0x00ff00) - green) * t) >> 8;
    return (redBlue & 0xff00ff) | (green & 0x00ff00);
  }

  /** The colour made lighter or darker: 1 leaves it. */
  static int shade(int colour, float by) {
    int times = (int) (by * 256);
    int red = Math.min(255, (((colour >> 16) & 255) * times) >> 8);
    int green = Math.min(255, (((colour >> 8) & 255) * times) >> 8);
    int blue = Math.min(255, ((colour & 255) * times) >> 8);
    return red << 16 | green << 8 | blue;
  }
}
