package org.talblatt.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Random;

/** Weather in front of the picture, water in it, and the hand that painted it. */
final class Finish {
  private final Sheet sheet;
  private final Light light;
  private final int seed;

  Finish(Sheet sheet, Light light, int seed) {
    this.sheet = sheet;
    this.light = light;
    this.seed = seed;
  }

  /** Turns everything below the line into water that mirrors what stands above. */
  void water(int shore, int bottom) {
    int[] points = sheet.points;
    int deep = Sheet.mix(light.skyTop, light.forest, 0.45f);
    for (int y = shore; y < bottom; y++) {
      float near = (y - shore) / (float) (bottom - shore);
      for (int x = 0; x < Sheet.WIDTH; x++) {
        float wave = Noise.at(x * (0.5 - near * 0.3) + seed, y * 5.0 / (0.4 + near * 1.6)) - 0.5f;
        int from = Math.clamp(x + Math.round(wave * (8 + near * 60)), 0, Sheet.WIDTH - 1);
        int mirrored = Math.max(0, shore - 1 - Math.round((y - shore) * 1.05f + wave * 26 * near));
        int colour = Sheet.mix(points[mirrored * Sheet.WIDTH + from], deep, 0.22f + near * 0.38f);
        if (wave > 0.16f) {
          colour = Sheet.mix(colour, light.skyLow, (wave - 0.16f) * 1.7f);
        }
        points[y * Sheet.WIDTH + x] = colour;
      }
    }
  }

  /** Mist in banks over a band of the picture. */
  void mist(int top, int bottom, float strength) {
    for (int y = top; y < bottom; y++) {
      float within = (float) Math.sin(Math.PI * (y - top) / (bottom - top));
      for (int x = 0; x < Sheet.WIDTH; x++) {
        float bank = Noise.smooth((Noise.at(x * 0.18 + seed * 3, y * 0.55) - 0.32f) * 2.2f);
        int at = y * Sheet.WIDTH + x;
        sheet.points[at] = Sheet.mix(sheet.points[at], light.haze, bank * within * strength);
      }
    }
  }

  /** Rain in slanting strokes, or flakes, as the light says. */
  void weather() {
    Graphics2D brush = sheet.brush();
    Random random = new Random(seed);
    if (light == Light.STORM) {
      for (int i = 0; i < 1100; i++) {
        float x = random.nextFloat() * (Sheet.WIDTH + 200) - 100;
        float y = random.nextFloat() * Sheet.HEIGHT;
        float length = 18 + random.nextFloat() * 46;
        brush.setStroke(new BasicStroke(1 + random.nextFloat()));
        brush.setColor(new Color(226, 232, 236, 22 + random.nextInt(46)));
        brush.draw(new Line2D.Float(x, y, x - length * 0.28f, y + length));
      }
    } else if (light == Light.WINTER) {
      for (int i = 0; i < 520; i++) {
        float size = 1.5f + random.nextFloat() * random.nextFloat() * 9;
        brush.setColor(new Color(255, 255, 255, 90 + random.nextInt(120)));
        brush.fill(
            new Ellipse2D.Float(
                random.nextFloat() * Sheet.WIDTH, random.nextFloat() * Sheet.HEIGHT, size, size));
      }
    }
    brush.dispose();
  }

  /**
   * The last pass: edges waver as if drawn by hand, colour lies on in strokes, the paper's grain
   * shows through, the corners are a little darker.
   */
  void byHand() {
    int[] before = sheet.points.clone();
    for (int y = 0; y < Sheet.HEIGHT; y++) {
      float down = (y - Sheet.HEIGHT / 2f) / Sheet.HEIGHT;
      for (int x = 0; x < Sheet.WIDTH; x++) {
        float stroke = Noise.at(x * 0.9 + y * 0.35 + seed, y * 1.5 - x * 0.2) - 0.5f;
        float sway = Noise.at(x * 1.3 + 511, y * 1.3 + seed) - 0.5f;
        int fromX = Math.clamp(x + Math.round(stroke * 11), 0, Sheet.WIDTH - 1);
        int fromY = Math.clamp(y + Math.round(sway * 9), 0, Sheet.HEIGHT - 1);
        float across = (x - Sheet.WIDTH / 2f) / Sheet.WIDTH;
        float corner = 1.03f - (across * across + down * down) * 0.34f;
        float grain = (Noise.speck(x, y) - 0.5f) * 0.055f;
        sheet.points[y * Sheet.WIDTH + x] =
            Sheet.shade(before[fromY * Sheet.WIDTH + fromX], corner + stroke * 0.12f + grain);
      }
    }
  }
}
