package org.talblatt.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.talblatt.picture.Jpeg;

/** Paints a {@link Scene}: the land behind, then what stands on it, then weather and finish. */
final class Painting {
  private static final float QUALITY = 0.9f;
  private static final int WIDTH = Sheet.WIDTH;
  private static final int HEIGHT = Sheet.HEIGHT;

  private final Scene scene;
  private final Light light;
  private final Sheet sheet = new Sheet();
  private final Random random;
  private final Land land;
  private final Graphics2D brush;
  private final Buildings buildings;
  private final Growth growth;
  private final Finish finish;

  private Painting(Scene scene) {
    this.scene = scene;
    this.light = scene.light();
    this.random = new Random(scene.seed());
    this.land = new Land(sheet, light, scene.seed(), floor(), height());
    this.brush = sheet.brush();
    this.buildings = new Buildings(brush, light, scene.seed());
    this.growth = new Growth(brush, light, scene.seed());
    this.finish = new Finish(sheet, light, scene.seed());
  }

  /** The scene as a JPEG of 1920 by 1080; the same seed always gives the same one. */
  static byte[] jpeg(Scene scene) {
    Painting painting = new Painting(scene);
    painting.paint();
    try {
      return Jpeg.of(painting.sheet.image(), QUALITY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private float floor() {
    return switch (scene.place()) {
      case PEAKS, RESCUE -> 1.02f;
      case LAKE, CITY -> 0.60f;
      case FOREST, STREAM, LANDSLIDE -> 0.66f;
      default -> 0.64f;
    };
  }

  private float height() {
    return switch (scene.place()) {
      case PEAKS, RESCUE -> 1.12f;
      case CITY, PITCH, ORCHARD -> 0.72f;
      default -> 1;
    };
  }

  private void paint() {
    land.paint();
    if (light == Light.FOG || light == Light.MORNING) {
      finish.mist(
          Math.round(HEIGHT * 0.3f), Math.round(HEIGHT * 0.72f), light == Light.FOG ? 0.9f : 0.55f);
    }
    foreground();
    brush.dispose();
    finish.weather();
    if (light == Light.FOG) {
      finish.mist(Math.round(HEIGHT * 0.45f), HEIGHT, 0.55f);
    }
    finish.byHand();
  }

  private void foreground() {
    switch (scene.place()) {
      case VILLAGE -> village(true);
      case ROAD -> road();
      case LAKE -> lake();
      case CITY -> city();
      case FOREST -> forest();
      case STREAM -> stream();
      case LANDSLIDE -> landslide();
      case PEAKS -> growth.edge(-40, WIDTH + 40, HEIGHT + 60, 240, 66);
      case RESCUE -> rescue();
      case RINK -> rink();
      case BARN -> barn();
      case WORKSHOP -> workshop();
      case SCHOOL -> school();
      case PASTURE -> pasture();
      case ORCHARD -> orchard();
      case LIFT -> lift();
      case PITCH -> pitch();
      case CHURCH -> church();
    }
  }

  private void village(boolean church) {
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

  private void road() {
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

  private void lake() {
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

  /** A town at the end of a large lake, its lamps in the water, a fountain before it. */
  private void city() {
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

  private void forest() {
    for (int row = 0; row < 4; row++) {
      growth.edge(-60, WIDTH + 60, land.floor + 40 + row * 90, 190 + row * 130, 46 + row * 34);
      finish.mist(land.floor - 120 + row * 60, HEIGHT, 0.4f - row * 0.1f);
    }
  }

  private void stream() {
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
    for (int i = 0; i < 46; i++) {
      float down = random.nextFloat();
      float y = land.floor + 30 + down * down * (HEIGHT - land.floor);
      float size = 16 + down * down * 120 * random.nextFloat();
      float x = WIDTH * (0.48f + (random.nextFloat() - 0.5f) * (0.1f + down * 0.5f));
      stone(x, y, size);
    }
    growth.edge(-60, WIDTH * 0.14f, HEIGHT + 50, 560, 120);
    growth.edge(WIDTH * 0.86f, WIDTH + 60, HEIGHT + 60, 600, 120);
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

  private void landslide() {
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
  private void rescue() {
    growth.edge(-40, WIDTH + 40, HEIGHT + 80, 220, 70);
    for (int i = 0; i < 9; i++) {
      float x = WIDTH * 0.36f + i * 34 + random.nextFloat() * 14;
      float y = HEIGHT * 0.74f - i * 27 + random.nextFloat() * 18;
      buildings.glow(x, y, 44, 0xffdf9a);
      brush.setColor(new Color(0xfff3d0));
      brush.fill(new Ellipse2D.Float(x - 4, y - 4, 8, 8));
    }
  }

  private void rink() {
    village(true);
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

  private void barn() {
    track(0x8d7a5e, 0.7f);
    growth.edge(-40, WIDTH * 0.26f, land.floor + 80, 220, 50);
    buildings.barn(WIDTH * 0.4f, land.floor + 250, 620, true);
    growth.edge(WIDTH * 0.8f, WIDTH + 40, HEIGHT + 20, 420, 90);
  }

  private void workshop() {
    village(false);
    buildings.house(WIDTH * 0.3f, HEIGHT * 0.97f, 620);
    brush.setColor(new Color(buildings.lit(0x7a5638)));
    for (int board = 0; board < 9; board++) {
      brush.fill(
          new Rectangle2D.Float(
              WIDTH * 0.66f - board * 5, HEIGHT * 0.97f - board * 15, 300 + board * 6, 11));
    }
  }

  private void school() {
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

  private void pasture() {
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

  private void orchard() {
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
  private void lift() {
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

  private void pitch() {
    village(true);
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

  private void church() {
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
