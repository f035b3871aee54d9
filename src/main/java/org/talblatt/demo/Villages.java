package org.talblatt.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** What people have built: villages, a town, single houses. */
final class Villages {
  private static final int WIDTH = Sheet.WIDTH;
  private static final int HEIGHT = Sheet.HEIGHT;

  private final Light light;
  private final Random random;
  private final Land land;
  private final Graphics2D brush;
  private final Buildings buildings;
  private final Growth growth;
  private final Finish finish;

  Villages(Tools tools) {
    this.light = tools.light();
    this.random = tools.random();
    this.land = tools.land();
    this.brush = tools.brush();
    this.buildings = tools.buildings();
    this.growth = tools.growth();
    this.finish = tools.finish();
  }

  void village(boolean church) {
    int rows = 4;
    float middle = WIDTH * (0.42f + 0.16f * random.nextFloat());
    for (int row = 0; row < rows; row++) {
      float y = land.floor + 26 + row * row * 14 + row * 26;
      float size = 84 + row * 40;
      int count = 7 - row;
      for (int i = 0; i < count; i++) {
        float x =
            middle + (i - count / 2f) * size * 1.25f + (random.nextFloat() - 0.5f) * size * 0.7f;
        buildings.house(x, y + random.nextFloat() * 18, size * (0.85f + 0.3f * random.nextFloat()));
        if (random.nextFloat() < 0.4f) {
          growth.spruce(x - size * 0.15f, y + 14, size * (0.7f + 0.4f * random.nextFloat()));
        }
      }
      if (church && row == 1) {
        buildings.church(middle - 60, y + 24, 190);
      }
    }
    growth.edge(-40, WIDTH * 0.16f, HEIGHT + 30, 330, 74);
    growth.edge(WIDTH * 0.88f, WIDTH + 40, HEIGHT + 40, 360, 80);
  }

  void road() {
    track(0xb9b3a8, 0.9f);
    village(true);
  }

  /** A way from the middle distance to the foreground. */
  private void track(int colour, float width) {
    Path2D way = new Path2D.Float();
    float end = WIDTH * 0.5f;
    way.moveTo(end - 8, land.floor + 30);
    way.curveTo(
        end + 260,
        land.floor + 120,
        WIDTH * 0.2f,
        land.floor + 190,
        WIDTH * (0.5f - 0.3f * width),
        HEIGHT + 10);
    way.lineTo(WIDTH * (0.5f + 0.05f * width), HEIGHT + 10);
    way.curveTo(
        WIDTH * 0.36f, land.floor + 200, end + 320, land.floor + 124, end + 8, land.floor + 30);
    way.closePath();
    int lit = buildings.lit(colour);
    brush.setPaint(
        new GradientPaint(
            0,
            land.floor,
            new Color(Sheet.mix(lit, light.haze, 0.4f)),
            0,
            HEIGHT,
            new Color(Sheet.shade(lit, 0.86f))));
    brush.fill(way);
  }

  /** A town at the end of a large lake, its lamps in the water, a fountain before it. */
  void city() {
    float shore = land.floor + 26;
    for (int i = 0; i < 34; i++) {
      float tall = 34 + random.nextFloat() * 62;
      float wide = 40 + random.nextFloat() * 46;
      float x = WIDTH * 0.02f + i * 56;
      brush.setColor(
          new Color(Sheet.shade(buildings.lit(0xcfc4b4), 0.6f + random.nextFloat() * 0.45f)));
      brush.fill(new Rectangle2D.Float(x, shore - tall, wide, tall));
      brush.setColor(new Color(buildings.lit(0x574e52)));
      brush.fill(new Rectangle2D.Float(x - 2, shore - tall - 9, wide + 4, 10));
      lamps(x, shore - tall, wide, tall);
    }
    buildings.church(WIDTH * 0.3f, shore, 130);
    finish.water(Math.round(shore), HEIGHT);
    float foot = shore + 64;
    for (int drop = 0; drop < 420; drop++) {
      float up = random.nextFloat();
      float drift = up * up * 60 * random.nextFloat() + 10 * random.nextFloat();
      float size = 4 + up * 26 * random.nextFloat();
      brush.setColor(new Color(255, 244, 232, 12 + Math.round(44 * (1 - up))));
      brush.fill(
          new Ellipse2D.Float(
              WIDTH * 0.68f + drift - size / 2, foot - up * 420 - size / 2, size, size * 1.5f));
    }
  }

  private void lamps(float x, float top, float wide, float tall) {
    brush.setColor(new Color(0xffd58a));
    for (float row = top + 8; row < top + tall - 8; row += 13) {
      for (float at = x + 6; at < x + wide - 6; at += 11) {
        if (random.nextFloat() < 0.34f) {
          brush.fill(new Rectangle2D.Float(at, row, 4, 6));
        }
      }
    }
  }

  void barn() {
    track(0x8d7a5e, 0.7f);
    growth.edge(-40, WIDTH * 0.26f, land.floor + 80, 220, 50);
    buildings.barn(WIDTH * 0.4f, land.floor + 250, 620, true);
    growth.edge(WIDTH * 0.8f, WIDTH + 40, HEIGHT + 20, 420, 90);
  }

  void workshop() {
    village(false);
    buildings.house(WIDTH * 0.3f, HEIGHT * 0.97f, 620);
    brush.setColor(new Color(buildings.lit(0x7a5638)));
    for (int board = 0; board < 9; board++) {
      brush.fill(
          new Rectangle2D.Float(
              WIDTH * 0.66f - board * 5, HEIGHT * 0.97f - board * 15, 300 + board * 6, 11));
    }
  }

  void school() {
    track(0xb9ab92, 0.8f);
    float x = WIDTH * 0.34f;
    float y = land.floor + 250;
    growth.crown(x - 130, y + 20, 330, Sheet.shade(light.forest, 1.5f));
    buildings.house(x, y, 640);
    growth.crown(x + 800, y + 46, 380, Sheet.shade(light.forest, 1.4f));
    brush.setColor(new Color(buildings.lit(0x5f5046)));
    for (int post = 0; post < 26; post++) {
      brush.fill(new Rectangle2D.Float(post * 78, HEIGHT - 120, 12, 90));
    }
    brush.fill(new Rectangle2D.Float(0, HEIGHT - 100, WIDTH, 10));
    brush.fill(new Rectangle2D.Float(0, HEIGHT - 62, WIDTH, 10));
  }

  void church() {
    growth.edge(-40, WIDTH * 0.3f, land.floor + 60, 190, 44);
    for (int i = 0; i < 7; i++) {
      buildings.house(
          WIDTH * (0.06f + i * 0.13f),
          land.floor + 110 + random.nextFloat() * 40,
          150 + random.nextFloat() * 50);
    }
    buildings.church(WIDTH * 0.42f, HEIGHT * 0.94f, 430);
    growth.edge(WIDTH * 0.86f, WIDTH + 50, HEIGHT + 30, 420, 90);
  }
}
