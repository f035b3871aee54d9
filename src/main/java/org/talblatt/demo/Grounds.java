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

/** Where people play, under lamps. */
final class Grounds {
  private static final int WIDTH = Sheet.WIDTH;
  private static final int HEIGHT = Sheet.HEIGHT;

  private final Random random;
  private final Graphics2D brush;
  private final Buildings buildings;
  private final Villages villages;

  Grounds(Tools tools, Villages villages) {
    this.random = tools.random();
    this.brush = tools.brush();
    this.buildings = tools.buildings();
    this.villages = villages;
  }

  void rink() {
    villages.village(true);
    float y = HEIGHT * 0.86f;
    buildings.glow(WIDTH * 0.5f, y - 40, 760, 0xcfe4ff);
    brush.setPaint(
        new GradientPaint(0, y - 110, new Color(0xf4faff), 0, y + 120, new Color(0xa9c4e6)));
    brush.fill(new Ellipse2D.Float(WIDTH * 0.22f, y - 120, WIDTH * 0.56f, 250));
    brush.setStroke(new BasicStroke(9));
    brush.setColor(new Color(0x2a4d8f));
    brush.draw(new Ellipse2D.Float(WIDTH * 0.22f, y - 120, WIDTH * 0.56f, 250));
    brush.setStroke(new BasicStroke(5));
    brush.setColor(new Color(0xa4371b));
    brush.draw(new Line2D.Float(WIDTH * 0.5f, y - 118, WIDTH * 0.5f, y + 128));
    for (int i = 0; i < 11; i++) {
      player(
          WIDTH * 0.27f + random.nextFloat() * WIDTH * 0.44f,
          y - 60 + random.nextFloat() * 130,
          i % 2 == 0 ? 0xa4371b : 0x1d2f57);
    }
    for (float x : new float[] {0.2f, 0.4f, 0.6f, 0.8f}) {
      mast(WIDTH * x, y - 130, 330);
    }
  }

  private void player(float x, float y, int shirt) {
    brush.setColor(new Color(30, 40, 70, 60));
    brush.fill(new Ellipse2D.Float(x - 26, y - 4, 60, 12));
    brush.setColor(new Color(0x20242c));
    brush.fill(new Rectangle2D.Float(x - 8, y - 26, 7, 26));
    brush.fill(new Rectangle2D.Float(x + 3, y - 26, 7, 26));
    brush.setColor(new Color(shirt));
    brush.fill(new Ellipse2D.Float(x - 13, y - 58, 27, 38));
    brush.setColor(new Color(0xe8d2bb));
    brush.fill(new Ellipse2D.Float(x - 7, y - 72, 15, 16));
    brush.setStroke(new BasicStroke(3));
    brush.setColor(new Color(0x4a3b30));
    brush.draw(new Line2D.Float(x + 8, y - 42, x + 34, y - 2));
  }

  private void mast(float x, float y, float tall) {
    brush.setStroke(new BasicStroke(5));
    brush.setColor(new Color(Sheet.shade(buildings.lit(0x6b7078), 0.9f)));
    brush.draw(new Line2D.Float(x, y, x, y - tall));
    buildings.glow(x, y - tall, 170, 0xeaf2ff);
    brush.setColor(new Color(0xffffff));
    brush.fill(new Rectangle2D.Float(x - 22, y - tall - 8, 44, 16));
  }

  void pitch() {
    villages.village(true);
    brush.setPaint(
        new GradientPaint(
            0,
            HEIGHT * 0.76f,
            new Color(buildings.lit(0x5f8f45)),
            0,
            HEIGHT,
            new Color(buildings.lit(0x3f7036))));
    Path2D field = new Path2D.Float();
    field.moveTo(WIDTH * 0.2f, HEIGHT * 0.78f);
    field.lineTo(WIDTH * 0.8f, HEIGHT * 0.78f);
    field.lineTo(WIDTH * 1.06f, HEIGHT + 20);
    field.lineTo(-WIDTH * 0.06f, HEIGHT + 20);
    field.closePath();
    brush.fill(field);
    brush.setStroke(new BasicStroke(6));
    brush.setColor(new Color(255, 255, 255, 190));
    brush.draw(field);
    brush.draw(new Line2D.Float(WIDTH * 0.5f, HEIGHT * 0.78f, WIDTH * 0.5f, HEIGHT));
    brush.draw(new Ellipse2D.Float(WIDTH * 0.4f, HEIGHT * 0.84f, WIDTH * 0.2f, 110));
    mast(WIDTH * 0.17f, HEIGHT * 0.8f, 360);
    mast(WIDTH * 0.83f, HEIGHT * 0.8f, 360);
  }
}
