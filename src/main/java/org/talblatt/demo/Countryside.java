package org.talblatt.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Water, woods, slopes and what grows and lives there. */
final class Countryside {
  private static final int WIDTH = Sheet.WIDTH;
  private static final int HEIGHT = Sheet.HEIGHT;

  private final Light light;
  private final Random random;
  private final Land land;
  private final Graphics2D brush;
  private final Buildings buildings;
  private final Growth growth;
  private final Finish finish;

  Countryside(Tools tools) {
    this.light = tools.light();
    this.random = tools.random();
    this.land = tools.land();
    this.brush = tools.brush();
    this.buildings = tools.buildings();
    this.growth = tools.growth();
    this.finish = tools.finish();
  }

  void lake() {
    float shore = land.floor + 22;
    for (int i = 0; i < 9; i++) {
      buildings.house(
          WIDTH * (0.06f + 0.05f * i) + random.nextFloat() * 30,
          shore + 6,
          44 + random.nextFloat() * 22);
    }
    growth.edge(WIDTH * 0.55f, WIDTH + 30, shore + 4, 84, 22);
    finish.water(Math.round(shore), HEIGHT);
    reeds();
  }

  private void reeds() {
    brush.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 150; i++) {
      float x = WIDTH * 0.62f + random.nextFloat() * WIDTH * 0.4f;
      float tall = 60 + random.nextFloat() * 190;
      brush.setColor(new Color(Sheet.shade(light.forest, 0.6f + random.nextFloat() * 0.6f)));
      Path2D blade = new Path2D.Float();
      blade.moveTo(x, HEIGHT + 10);
      blade.quadTo(x, HEIGHT - tall * 0.6f, x + (random.nextFloat() - 0.4f) * 60, HEIGHT - tall);
      brush.draw(blade);
    }
  }

  void peaks() {
    growth.edge(-40, WIDTH + 40, HEIGHT + 60, 240, 66);
  }

  void forest() {
    for (int row = 0; row < 4; row++) {
      growth.edge(-60, WIDTH + 60, land.floor + 40 + row * 90, 190 + row * 130, 46 + row * 34);
      finish.mist(land.floor - 120 + row * 60, HEIGHT, 0.4f - row * 0.1f);
    }
  }

  void stream() {
    growth.edge(-40, WIDTH * 0.42f, land.floor + 60, 240, 50);
    growth.edge(WIDTH * 0.56f, WIDTH + 40, land.floor + 60, 260, 54);
    Path2D water = new Path2D.Float();
    water.moveTo(WIDTH * 0.47f, land.floor - 10);
    water.curveTo(
        WIDTH * 0.56f,
        land.floor + 90,
        WIDTH * 0.32f,
        land.floor + 150,
        WIDTH * 0.24f,
        HEIGHT + 10);
    water.lineTo(WIDTH * 0.72f, HEIGHT + 10);
    water.curveTo(
        WIDTH * 0.5f,
        land.floor + 170,
        WIDTH * 0.62f,
        land.floor + 90,
        WIDTH * 0.50f,
        land.floor - 10);
    water.closePath();
    brush.setPaint(
        new GradientPaint(
            0,
            land.floor,
            new Color(Sheet.mix(light.skyLow, 0xffffff, 0.5f)),
            0,
            HEIGHT,
            new Color(Sheet.mix(light.skyTop, light.forest, 0.4f))));
    brush.fill(water);
    brush.setClip(water);
    ripples();
    brush.setClip(null);
    stones();
    growth.edge(-60, WIDTH * 0.14f, HEIGHT + 50, 560, 120);
    growth.edge(WIDTH * 0.86f, WIDTH + 60, HEIGHT + 60, 600, 120);
  }

  private void stones() {
    for (int i = 0; i < 46; i++) {
      float down = random.nextFloat();
      float y = land.floor + 30 + down * down * (HEIGHT - land.floor);
      float size = 16 + down * down * 120 * random.nextFloat();
      float x = WIDTH * (0.48f + (random.nextFloat() - 0.5f) * (0.1f + down * 0.5f));
      stone(x, y, size);
    }
  }

  private void ripples() {
    for (int i = 0; i < 260; i++) {
      float down = random.nextFloat();
      float y = land.floor + down * (HEIGHT - land.floor);
      float wide = 14 + down * 90;
      float x = WIDTH * 0.2f + random.nextFloat() * WIDTH * 0.55f;
      brush.setStroke(new BasicStroke(1 + down * 3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.setColor(new Color(255, 255, 255, 40 + random.nextInt(80)));
      brush.draw(new Line2D.Float(x, y, x + wide, y + random.nextFloat() * 4));
    }
  }

  private void stone(float x, float y, float size) {
    int grey = buildings.lit(Sheet.shade(0x8d8a86, 0.7f + 0.5f * random.nextFloat()));
    brush.setPaint(
        new GradientPaint(
            x,
            y - size / 2,
            new Color(Sheet.shade(grey, 1.15f)),
            x + size * 0.4f,
            y + size / 2,
            new Color(Sheet.shade(grey, 0.6f))));
    brush.fill(new Ellipse2D.Float(x - size / 2, y - size * 0.35f, size, size * 0.66f));
  }

  void landslide() {
    growth.edge(-40, WIDTH * 0.34f, land.floor + 50, 210, 44);
    growth.edge(WIDTH * 0.66f, WIDTH + 40, land.floor + 40, 220, 44);
    Path2D mud = new Path2D.Float();
    mud.moveTo(WIDTH * 0.46f, land.floor - 210);
    mud.curveTo(WIDTH * 0.5f, land.floor, WIDTH * 0.3f, land.floor + 120, WIDTH * 0.10f, HEIGHT);
    mud.lineTo(WIDTH * 0.84f, HEIGHT);
    mud.curveTo(
        WIDTH * 0.66f,
        land.floor + 110,
        WIDTH * 0.52f,
        land.floor,
        WIDTH * 0.49f,
        land.floor - 210);
    mud.closePath();
    brush.setPaint(
        new GradientPaint(
            0, land.floor - 200, new Color(0x6f675c), 0, HEIGHT, new Color(0x4d4237)));
    brush.fill(mud);
    for (int i = 0; i < 240; i++) {
      float down = random.nextFloat();
      float spread = 0.03f + down * 0.34f;
      stone(
          WIDTH * (0.47f + (random.nextFloat() - 0.5f) * 2 * spread),
          land.floor - 60 + down * (HEIGHT - land.floor + 60),
          8 + down * 66 * random.nextFloat());
    }
    brush.setStroke(new BasicStroke(13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 12; i++) {
      float x = WIDTH * 0.22f + random.nextFloat() * WIDTH * 0.5f;
      float y = land.floor + 130 + random.nextFloat() * 240;
      brush.setColor(new Color(Sheet.shade(0x5a4331, 0.7f + random.nextFloat() * 0.5f)));
      brush.draw(
          new Line2D.Float(
              x, y, x + 60 + random.nextFloat() * 160, y - 60 + random.nextFloat() * 120));
    }
    buildings.house(WIDTH * 0.76f, land.floor + 90, 190);
  }

  /** Lights of a party that climbs at night. */
  void rescue() {
    growth.edge(-40, WIDTH + 40, HEIGHT + 80, 220, 70);
    for (int i = 0; i < 9; i++) {
      float x = WIDTH * 0.36f + i * 34 + random.nextFloat() * 14;
      float y = HEIGHT * 0.74f - i * 27 + random.nextFloat() * 18;
      buildings.glow(x, y, 44, 0xffdf9a);
      brush.setColor(new Color(0xfff3d0));
      brush.fill(new Ellipse2D.Float(x - 4, y - 4, 8, 8));
    }
  }

  void pasture() {
    growth.edge(-40, WIDTH * 0.3f, land.floor + 46, 170, 40);
    buildings.barn(WIDTH * 0.66f, land.floor + 70, 210, false);
    for (int i = 0; i < 9; i++) {
      float down = i / 8f;
      growth.cow(
          WIDTH * (0.12f + 0.76f * random.nextFloat()),
          land.floor + 90 + down * 270,
          70 + down * 190,
          random.nextBoolean());
    }
  }

  void orchard() {
    int leaves = light == Light.AUTUMN ? 0xb98233 : 0x5f8a3f;
    for (int row = 0; row < 6; row++) {
      float y = land.floor + 40 + row * row * 13;
      float tall = 58 + row * 44;
      for (float x = -tall; x < WIDTH + tall; x += tall * 0.95f) {
        growth.crown(
            x + (row % 2) * tall * 0.45f,
            y,
            tall,
            Sheet.shade(leaves, 0.9f + random.nextFloat() * 0.2f));
        apples(x + (row % 2) * tall * 0.45f, y, tall);
      }
    }
  }

  private void apples(float x, float y, float tall) {
    for (int i = 0; i < 12; i++) {
      float size = tall * 0.055f;
      brush.setColor(new Color(random.nextBoolean() ? 0xa4371b : 0xc2542c));
      brush.fill(
          new Ellipse2D.Float(
              x + (random.nextFloat() - 0.5f) * tall * 0.6f,
              y - tall * (0.42f + random.nextFloat() * 0.5f),
              size,
              size));
    }
  }

  /** A slope with the pylons of a lift. */
  void lift() {
    growth.edge(-40, WIDTH * 0.24f, HEIGHT * 0.84f, 300, 66);
    growth.edge(WIDTH * 0.8f, WIDTH + 40, HEIGHT * 0.92f, 340, 70);
    brush.setStroke(new BasicStroke(3));
    float lastX = WIDTH * 0.28f;
    float lastY = HEIGHT * 0.93f - 330;
    for (int i = 0; i < 6; i++) {
      float far = 1 - i * 0.15f;
      float x = WIDTH * (0.28f + i * 0.085f);
      float foot = HEIGHT * 0.93f - i * 62;
      float top = foot - 330 * far;
      brush.setStroke(new BasicStroke(8 * far));
      brush.setColor(new Color(Sheet.mix(0x4a4f57, light.haze, i * 0.1f)));
      brush.draw(new Line2D.Float(x, foot, x, top));
      brush.draw(new Line2D.Float(x - 46 * far, top, x + 46 * far, top));
      brush.setStroke(new BasicStroke(2.5f));
      brush.draw(new Line2D.Float(lastX + 40 * far, lastY, x + 40 * far, top));
      brush.draw(new Line2D.Float(lastX - 40 * far, lastY, x - 40 * far, top));
      chair((lastX + x) / 2 + 40 * far, (lastY + top) / 2, far);
      lastX = x;
      lastY = top;
    }
    buildings.house(WIDTH * 0.6f, HEIGHT * 0.86f, 230);
  }

  private void chair(float x, float y, float size) {
    brush.setStroke(new BasicStroke(2.5f));
    brush.draw(new Line2D.Float(x, y, x, y + 70 * size));
    brush.setColor(new Color(0xa4371b));
    brush.fill(new Rectangle2D.Float(x - 30 * size, y + 66 * size, 60 * size, 14 * size));
    brush.fill(new Rectangle2D.Float(x - 30 * size, y + 34 * size, 8 * size, 34 * size));
  }
}
