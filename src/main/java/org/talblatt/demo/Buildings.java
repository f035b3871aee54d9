package org.talblatt.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Houses, barns and churches as they stand in the valley, lit in the light of the day. */
final class Buildings {
  private static final int[] ROOFS = {0x7c4a35, 0x8f5a3f, 0x5f5550, 0x6d4238, 0x57504c};
  private static final int[] WALLS = {0xefe6d4, 0xe8d9bd, 0xf2ece0, 0xdcc9a6, 0xe4cfc0};
  private static final int LAMP = 0xffd27a;

  private final Graphics2D brush;
  private final Light light;
  private final Random random;

  Buildings(Graphics2D brush, Light light, int seed) {
    this.brush = brush;
    this.light = light;
    this.random = new Random(seed * 31L);
  }

  /** A house seen from its corner: gable to the left, eaves to the right. */
  void house(float x, float y, float width) {
    int wall = lit(WALLS[random.nextInt(WALLS.length)]);
    int roof = light.white() ? 0xf1f4f7 : lit(ROOFS[random.nextInt(ROOFS.length)]);
    float gable = width * (0.40f + 0.1f * random.nextFloat());
    float height = width * (0.42f + 0.12f * random.nextFloat());
    float rise = gable * 0.42f;
    shadow(x, y, width);
    body(x, y, width, gable, height, rise, wall);
    timber(x, y, gable, height, rise);
    windows(x, y, gable, height, 2);
    windows(x + gable, y, width - gable, height, 3);
    roof(x, y, width, gable, height, rise, roof);
    chimney(x + gable * 0.5f + width * 0.32f, y - height - rise * 0.95f, width * 0.05f);
  }

  /** A barn: boards from top to bottom, an open gate. */
  void barn(float x, float y, float width, boolean open) {
    float gable = width * 0.5f;
    float height = width * 0.36f;
    float rise = gable * 0.5f;
    int boards = lit(0x6b4f38);
    shadow(x, y, width);
    body(x, y, width, gable, height, rise, boards);
    brush.setStroke(new java.awt.BasicStroke(1.5f));
    brush.setColor(new Color(Sheet.shade(boards, 0.75f)));
    for (float at = x + 6; at < x + width; at += width / 44) {
      brush.draw(new java.awt.geom.Line2D.Float(at, y, at, y - height));
    }
    if (open) {
      Rectangle2D gate =
          new Rectangle2D.Float(x + gable * 0.3f, y - height * 0.82f, gable * 0.4f, height * 0.82f);
      brush.setPaint(
          new GradientPaint(0, y - height, new Color(0xffe3a1), 0, y, new Color(0xd98b3d)));
      brush.fill(gate);
      glow(x + gable * 0.5f, y - height * 0.4f, width * 0.75f, 0xffb95e);
    }
    roof(x, y, width, gable, height, rise, lit(0x5a4a42));
  }

  /** A church, its tower to the left; taller than anything around. */
  void church(float x, float y, float width) {
    int wall = lit(0xf3eee3);
    float tower = width * 0.27f;
    float height = width * 1.05f;
    house(x + tower * 0.6f, y, width * 0.9f);
    brush.setPaint(sideways(x, tower, wall));
    brush.fill(new Rectangle2D.Float(x, y - height, tower, height));
    bell(x, y - height, tower);
    Path2D spire = new Path2D.Float();
    spire.moveTo(x - tower * 0.1f, y - height);
    spire.quadTo(
        x + tower * 0.42f, y - height - tower * 0.7f, x + tower * 0.5f, y - height - width * 0.78f);
    spire.quadTo(x + tower * 0.58f, y - height - tower * 0.7f, x + tower * 1.1f, y - height);
    spire.closePath();
    brush.setPaint(sideways(x, tower, lit(light.white() ? 0xdfe5ea : 0x7a3d30)));
    brush.fill(spire);
    brush.setColor(new Color(lit(0x4a4038)));
    brush.fill(
        new Rectangle2D.Float(
            x + tower * 0.485f, y - height - width * 0.86f, tower * 0.03f + 1, width * 0.1f));
  }

  private void bell(float x, float top, float tower) {
    brush.setColor(new Color(light.dark() ? LAMP : lit(0x5c5a60)));
    brush.fill(
        new Ellipse2D.Float(x + tower * 0.27f, top + tower * 0.3f, tower * 0.46f, tower * 0.46f));
    brush.setColor(new Color(lit(0x46464e)));
    brush.fill(
        new Rectangle2D.Float(x + tower * 0.3f, top + tower * 1.1f, tower * 0.16f, tower * 0.55f));
    brush.fill(
        new Rectangle2D.Float(x + tower * 0.56f, top + tower * 1.1f, tower * 0.16f, tower * 0.55f));
  }

  /** A round shine, as of a lamp in the mist. */
  void glow(float x, float y, float radius, int colour) {
    Color core = new Color((colour & 0xffffff) | 0x78000000, true);
    Color edge = new Color(colour & 0xffffff, true);
    brush.setPaint(
        new RadialGradientPaint(x, y, radius, new float[] {0, 1}, new Color[] {core, edge}));
    brush.fill(new Ellipse2D.Float(x - radius, y - radius, radius * 2, radius * 2));
  }

  /** What stands casts a shadow, or it floats. */
  private void shadow(float x, float y, float width) {
    for (int layer = 0; layer < 4; layer++) {
      float more = width * (0.05f + layer * 0.045f);
      brush.setColor(new Color(12, 20, 28, light.white() || light == Light.FOG ? 14 : 26));
      brush.fill(
          new Ellipse2D.Float(
              x - more * 0.4f,
              y - width * 0.06f,
              width + more * 2.2f,
              width * 0.08f + more * 0.5f));
    }
  }

  private void body(
      float x, float y, float width, float gable, float height, float rise, int wall) {
    Path2D front = new Path2D.Float();
    front.moveTo(x, y);
    front.lineTo(x, y - height);
    front.lineTo(x + gable / 2, y - height - rise);
    front.lineTo(x + gable, y - height);
    front.lineTo(x + gable, y);
    front.closePath();
    brush.setPaint(upright(y, height, wall));
    brush.fill(front);
    brush.setPaint(upright(y, height, Sheet.shade(wall, 0.74f)));
    brush.fill(new Rectangle2D.Float(x + gable, y - height, width - gable, height));
  }

  /** The upper floor in dark wood, with its balcony. */
  private void timber(float x, float y, float gable, float height, float rise) {
    if (random.nextFloat() < 0.45f) {
      return;
    }
    Path2D wood = new Path2D.Float();
    wood.moveTo(x, y - height * 0.62f);
    wood.lineTo(x, y - height);
    wood.lineTo(x + gable / 2, y - height - rise);
    wood.lineTo(x + gable, y - height);
    wood.lineTo(x + gable, y - height * 0.62f);
    wood.closePath();
    brush.setPaint(upright(y, height, lit(0x6f4c33)));
    brush.fill(wood);
    brush.setColor(new Color(lit(0x4f3524)));
    brush.fill(
        new Rectangle2D.Float(x - gable * 0.05f, y - height * 0.62f, gable * 1.1f, height * 0.09f));
  }

  private void windows(float x, float y, float width, float height, int columns) {
    float size = Math.min(width / columns * 0.34f, height * 0.17f);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < columns; column++) {
        boolean lamp = light.dark() && random.nextFloat() < 0.6f;
        float left = x + width * (column + 0.5f) / columns - size / 2;
        float top = y - height * (row == 0 ? 0.42f : 0.86f);
        if (lamp) {
          glow(left + size / 2, top + size / 2, size * 3.2f, LAMP);
        }
        brush.setColor(new Color(lamp ? LAMP : lit(0x4d5763)));
        brush.fill(new Rectangle2D.Float(left, top, size, size * 1.25f));
      }
    }
  }

  private void roof(
      float x, float y, float width, float gable, float height, float rise, int colour) {
    float over = width * 0.035f;
    Path2D slope = new Path2D.Float();
    slope.moveTo(x + gable / 2, y - height - rise - over);
    slope.lineTo(x + width - gable / 2 + over, y - height - rise - over);
    slope.lineTo(x + width + over, y - height + over);
    slope.lineTo(x + gable + over, y - height + over);
    slope.closePath();
    brush.setPaint(
        new GradientPaint(
            0,
            y - height - rise,
            new Color(Sheet.shade(colour, 1.08f)),
            0,
            y - height,
            new Color(Sheet.shade(colour, 0.8f))));
    brush.fill(slope);
    Polygon eaves = new Polygon();
    eaves.addPoint(Math.round(x - over), Math.round(y - height + over));
    eaves.addPoint(Math.round(x + gable / 2), Math.round(y - height - rise - over));
    eaves.addPoint(Math.round(x + gable + over), Math.round(y - height + over));
    eaves.addPoint(Math.round(x + gable), Math.round(y - height + over));
    eaves.addPoint(Math.round(x + gable / 2), Math.round(y - height - rise + over * 0.6f));
    eaves.addPoint(Math.round(x), Math.round(y - height + over));
    brush.setColor(new Color(Sheet.shade(colour, 0.62f)));
    brush.fillPolygon(eaves);
  }

  private void chimney(float x, float y, float size) {
    brush.setColor(new Color(lit(0x8b7a6c)));
    brush.fill(new Rectangle2D.Float(x, y - size * 1.6f, size, size * 2.2f));
    if (light.dark() || light.white()) {
      for (int puff = 0; puff < 6; puff++) {
        float radius = size * (0.7f + puff * 0.42f);
        brush.setColor(new Color(220, 224, 230, Math.max(6, 46 - puff * 7)));
        brush.fill(
            new Ellipse2D.Float(
                x + puff * size * 0.75f,
                y - size * (2.4f + puff * 1.5f),
                radius * 2,
                radius * 1.6f));
      }
    }
  }

  /** A colour of daylight as it looks now. */
  int lit(int colour) {
    return switch (light) {
      case NIGHT -> Sheet.shade(Sheet.mix(colour, 0x1c2c50, 0.72f), 0.72f);
      case EVENING -> Sheet.shade(Sheet.mix(colour, 0x6a4a5e, 0.5f), 0.78f);
      case STORM -> Sheet.shade(Sheet.mix(colour, light.haze, 0.42f), 0.72f);
      case FOG -> Sheet.mix(colour, light.haze, 0.52f);
      case MORNING, AUTUMN -> Sheet.mix(colour, light.sun, 0.12f);
      case DAY, WINTER -> colour;
    };
  }

  private static GradientPaint upright(float y, float height, int colour) {
    return new GradientPaint(
        0,
        y - height,
        new Color(Sheet.shade(colour, 1.04f)),
        0,
        y,
        new Color(Sheet.shade(colour, 0.84f)));
  }

  private static GradientPaint sideways(float x, float width, int colour) {
    return new GradientPaint(
        x,
        0,
        new Color(Sheet.shade(colour, 1.04f)),
        x + width,
        0,
        new Color(Sheet.shade(colour, 0.68f)));
  }
}
