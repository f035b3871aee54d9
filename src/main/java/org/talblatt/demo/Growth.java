package org.talblatt.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Trees and cattle. */
final class Growth {
  private final Graphics2D brush;
  private final Light light;
  private final Random random;

  Growth(Graphics2D brush, Light light, int seed) {
    this.brush = brush;
    this.light = light;
    this.random = new Random(seed * 17L);
  }

  /** A spruce in tiers, its left side lighter. */
  void spruce(float x, float y, float height) {
    float width = height * (0.36f + 0.08f * random.nextFloat());
    int dark =
        Sheet.shade(
            light == Light.AUTUMN ? 0x3b4d3c : light.forest, 0.62f + 0.2f * random.nextFloat());
    brush.setColor(new Color(Sheet.shade(dark, 0.6f)));
    brush.fill(
        new Rectangle2D.Float(
            x - height * 0.015f, y - height * 0.12f, height * 0.03f, height * 0.12f));
    int tiers = 7;
    for (int tier = 0; tier < tiers; tier++) {
      float low = y - height * 0.06f - height * 0.86f * tier / tiers;
      float top = low - height * 0.30f;
      float half = width / 2 * (1 - tier / (tiers + 0.6f));
      float lean = (random.nextFloat() - 0.5f) * half * 0.2f;
      brush.setColor(new Color(Sheet.shade(dark, 0.86f + tier * 0.05f)));
      brush.fill(tier(x, x - half + lean, x + half + lean, low, top));
      brush.setColor(new Color(side(dark, tier)));
      brush.fill(tier(x, x - half + lean, x - half * 0.1f, low, top));
    }
  }

  private int side(int dark, int tier) {
    if (light.white()) {
      return Sheet.mix(dark, 0xf4f7fa, 0.25f + 0.09f * tier);
    }
    return Sheet.mix(dark, light.sun, 0.08f + 0.02f * tier);
  }

  private Path2D tier(float x, float left, float right, float low, float top) {
    Path2D tier = new Path2D.Float();
    tier.moveTo(x, Math.min(top, low));
    tier.quadTo(x + (right - x) * 0.3f, (low + top) / 2, right, low);
    tier.quadTo(x, low - (low - top) * 0.12f, left, low);
    tier.quadTo(x + (left - x) * 0.3f, (low + top) / 2, x, top);
    tier.closePath();
    return tier;
  }

  /** A round crown: fruit tree or ash. */
  void crown(float x, float y, float height, int colour) {
    brush.setColor(new Color(Sheet.shade(0x4a3b30, light == Light.NIGHT ? 0.4f : 0.9f)));
    brush.fill(
        new Rectangle2D.Float(
            x - height * 0.03f, y - height * 0.5f, height * 0.06f, height * 0.5f));
    for (int leaf = 0; leaf < 42; leaf++) {
      double angle = random.nextDouble() * Math.PI * 2;
      double far = Math.sqrt(random.nextDouble()) * height * 0.3;
      float size = height * (0.1f + 0.12f * random.nextFloat());
      float lx = x + (float) (Math.cos(angle) * far);
      float ly = y - height * 0.66f + (float) (Math.sin(angle) * far * 0.85);
      float lit =
          0.78f
              + 0.42f
                  * (float) (0.5 - Math.sin(angle) * far / height - Math.cos(angle) * far / height);
      brush.setColor(new Color(Sheet.shade(colour, lit * (0.85f + 0.25f * random.nextFloat()))));
      brush.fill(new Ellipse2D.Float(lx - size / 2, ly - size / 2, size, size * 0.85f));
    }
  }

  /** A line of spruces from left to right along a baseline, tall ones towards the edges. */
  void edge(float left, float right, float y, float height, float gap) {
    for (float x = left; x < right; x += gap * (0.6f + 0.8f * random.nextFloat())) {
      spruce(
          x,
          y + (random.nextFloat() - 0.5f) * height * 0.12f,
          height * (0.65f + 0.5f * random.nextFloat()));
    }
  }

  /** A cow at pasture, head down or up. */
  void cow(float x, float y, float length, boolean left) {
    int coat = new int[] {0x8a5a3a, 0x6f6660, 0xb08a62, 0x4d3b31}[random.nextInt(4)];
    Graphics2D own = (Graphics2D) brush.create();
    own.translate(x, y);
    own.scale(left ? -length : length, length);
    own.setColor(new Color(Sheet.shade(coat, 0.7f)));
    for (float leg : new float[] {-0.36f, -0.26f, 0.22f, 0.32f}) {
      own.fill(new Rectangle2D.Float(leg, -0.34f, 0.07f, 0.34f));
    }
    own.setColor(new Color(coat));
    Path2D body = new Path2D.Float();
    body.moveTo(-0.44f, -0.62f);
    body.curveTo(-0.1f, -0.7f, 0.2f, -0.62f, 0.42f, -0.66f);
    body.curveTo(0.5f, -0.5f, 0.42f, -0.3f, 0.3f, -0.27f);
    body.lineTo(-0.36f, -0.27f);
    body.curveTo(-0.5f, -0.36f, -0.5f, -0.52f, -0.44f, -0.62f);
    own.fill(body);
    Path2D head = new Path2D.Float();
    head.moveTo(0.34f, -0.66f);
    head.lineTo(0.52f, -0.72f);
    head.lineTo(0.72f, -0.5f);
    head.lineTo(0.66f, -0.4f);
    head.lineTo(0.44f, -0.46f);
    head.closePath();
    own.fill(head);
    own.setColor(new Color(0xe9e2d4));
    own.fill(new Ellipse2D.Float(-0.2f, -0.58f, 0.26f, 0.2f));
    own.fill(new Ellipse2D.Float(0.62f, -0.5f, 0.09f, 0.09f));
    own.dispose();
  }
}
