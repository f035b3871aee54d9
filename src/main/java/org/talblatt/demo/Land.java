package org.talblatt.demo;

import java.util.Random;

/**
 * Sky, mountains, wooded hills and the valley's floor, point by point from the back to the front.
 */
final class Land {
  private static final int FAR_RANGES = 2;
  private static final int RANGES = 4;

  private final Sheet sheet;
  private final Light light;
  private final Random random;
  private final int seed;
  private final float[][] crest = new float[RANGES][Sheet.WIDTH];
  private final float[][] peak = new float[RANGES][Sheet.WIDTH];

  /** Where the valley's floor begins, from the top. */
  final int floor;

  /**
   * @param height how much of the sheet the mountains fill, 1 = the usual
   */
  Land(Sheet sheet, Light light, int seed, float floor, float height) {
    this.sheet = sheet;
    this.light = light;
    this.seed = seed * 37;
    this.random = new Random(seed);
    this.floor = Math.round(Sheet.HEIGHT * floor);
    for (int range = 0; range < RANGES; range++) {
      if (range < FAR_RANGES) {
        peaks(range, height);
      } else {
        hills(range, height);
      }
    }
  }

  void paint() {
    float sunX = Sheet.WIDTH * (0.2f + 0.6f * random.nextFloat());
    float sunY = floor * (light == Light.EVENING ? 0.62f : 0.3f);
    for (int y = 0; y < Sheet.HEIGHT; y++) {
      for (int x = 0; x < Sheet.WIDTH; x++) {
        sheet.points[y * Sheet.WIDTH + x] = point(x, y, sunX, sunY);
      }
    }
  }

  private int point(int x, int y, float sunX, float sunY) {
    for (int range = RANGES - 1; range >= 0; range--) {
      if (y >= floor) {
        return ground(x, y);
      }
      if (y >= crest[range][x]) {
        return range < FAR_RANGES ? rock(range, x, y) : wood(range, x, y);
      }
    }
    return sky(x, y, sunX, sunY);
  }

  private int sky(int x, int y, float sunX, float sunY) {
    float down = Noise.smooth(y / (floor * 0.85f));
    int colour = Sheet.mix(light.skyTop, light.skyLow, down);
    float dx = (x - sunX) / Sheet.WIDTH;
    float dy = (y - sunY) / Sheet.HEIGHT;
    float far = 1 + (dx * dx + dy * dy * 2.2f) * 6;
    float near = 1 / (far * far);
    colour = Sheet.mix(colour, light.sun, near * light.glow * 1.6f);
    if (light == Light.NIGHT) {
      return stars(x, y, colour, sunX, sunY);
    }
    float cloud = Noise.at(x * 0.23 + seed, y * 0.62 + seed * 2);
    float veil = Noise.smooth((cloud - 0.62f + light.clouds * 0.2f) * 4);
    int lit = Sheet.mix(light.skyLow, 0xffffff, light == Light.STORM ? 0f : 0.45f);
    int under = Sheet.mix(light.skyTop, light.skyLow, light == Light.STORM ? 0.15f : 0.6f);
    int cloudColour = Sheet.mix(under, lit, 0.2f + cloud * 0.8f);
    return Sheet.mix(colour, cloudColour, veil * (0.45f + light.clouds * 0.4f));
  }

  private int stars(int x, int y, int colour, float moonX, float moonY) {
    float distance = (float) Math.hypot(x - moonX, y - moonY);
    if (distance < 34) {
      return Sheet.mix(0xf3efdf, 0xd8d4c6, Noise.at(x * 2.0, y * 2.0));
    }
    // a star covers four points, so that it isn't lost in the grain
    float star = Noise.speck(x / 2 + seed, y / 2);
    return star > 0.9994f
        ? Sheet.mix(colour, 0xffffff, (star - 0.9994f) * 1400 * (1 - (float) y / floor))
        : colour;
  }

  /** Bare mountains: pointed, each with a bright and a dark side, snow above. */
  private void peaks(int range, float height) {
    int count = 5 + random.nextInt(3);
    float[] at = new float[count];
    float[] top = new float[count];
    float[] slope = new float[count];
    for (int i = 0; i < count; i++) {
      at[i] = Sheet.WIDTH * (i + 0.15f + 0.7f * random.nextFloat()) / count;
      float low = range == 0 ? 0.30f : 0.44f;
      top[i] = floor * (1 - height * (1 - low - 0.20f * random.nextFloat()));
      slope[i] = (range == 0 ? 0.75f : 0.62f) * (0.8f + 0.5f * random.nextFloat());
    }
    for (int x = 0; x < Sheet.WIDTH; x++) {
      float highest = Sheet.HEIGHT;
      for (int i = 0; i < count; i++) {
        float away = Math.abs(x - at[i]);
        float y = top[i] + slope[i] * (float) Math.pow(away, 0.96);
        if (y < highest) {
          highest = y;
          peak[range][x] = at[i];
        }
      }
      float rough = Noise.at(x * 0.55 + seed, range * 311 + seed) - 0.5f;
      float fine = Noise.at(x * 2.3 + seed, range * 97 + 500) - 0.5f;
      crest[range][x] = highest + rough * 120 + fine * 34;
    }
  }

  /** Wooded hills, with the tips of their spruces. */
  private void hills(int range, float height) {
    float base = range == FAR_RANGES ? 0.72f : 0.88f;
    float swing = range == FAR_RANGES ? 0.36f : 0.22f;
    for (int x = 0; x < Sheet.WIDTH; x++) {
      float wave = Noise.at(x * (range == FAR_RANGES ? 0.16 : 0.2) + seed, range * 411 + seed);
      float y = floor * (1 - height * (1 - base)) + (wave - 0.5f) * floor * swing;
      crest[range][x] = y - tips(x, range == FAR_RANGES ? 7 : 13);
    }
  }

  private float tips(int x, int width) {
    int tree = Math.floorDiv(x, width);
    float within = Math.abs((x - tree * width) / (float) width - 0.5f) * 2;
    return (1 - within) * width * (0.7f + 1.4f * Noise.speck(tree, width + seed));
  }

  private int rock(int range, int x, int y) {
    float down = y - crest[range][x];
    float bend = (Noise.at(y * 0.7 + seed, range * 77 + seed) - 0.5f) * (40 + down * 0.7f);
    boolean lit = x < peak[range][x] + bend;
    float gully = Noise.at(x * 0.9 + down * (lit ? 0.25 : -0.25) + seed, y * 0.4);
    float shade = (lit ? 1.16f : 0.82f) + (gully - 0.5f) * 0.55f;
    int colour = Sheet.shade(light.rock, shade);
    float reach = light.snow * floor * 0.42f * (0.35f + gully * 1.3f);
    if (down < reach && gully > 0.30f + 0.35f * down / reach) {
      int white = Sheet.mix(light.skyLow, 0xffffff, light == Light.NIGHT ? 0.12f : 0.7f);
      colour = lit ? white : Sheet.mix(white, light.skyTop, 0.42f);
      colour = Sheet.shade(colour, 0.93f + (gully - 0.5f) * 0.25f);
    }
    float mist = (range == 0 ? 0.52f : 0.30f) + Noise.smooth(down / (floor * 0.6f)) * 0.42f;
    return Sheet.mix(colour, light.haze, mist);
  }

  private int wood(int range, int x, int y) {
    float down = y - crest[range][x];
    boolean far = range == FAR_RANGES;
    float crowns = Noise.at(x * (far ? 6.0 : 3.6) + seed, y * (far ? 4.0 : 2.4));
    float stands = Noise.at(x * 0.5 + seed, y * 0.9 + seed);
    float shade = 0.72f + crowns * 0.55f + (stands - 0.5f) * 0.4f;
    int colour = Sheet.shade(light.forest, shade);
    if (stands > 0.60f && down > 24 && !light.white()) {
      float meadow = Noise.smooth((stands - 0.60f) * 12);
      colour = Sheet.mix(colour, Sheet.shade(light.grass, 0.75f + crowns * 0.3f), meadow * 0.8f);
    }
    if (light.white()) {
      float load = Noise.at(x * 7.3 + y * 2.1 + seed, y * 6.7 - x * 1.3);
      colour = Sheet.mix(colour, 0xeef2f6, Noise.smooth((load - 0.40f) * 4) * 0.5f);
    }
    float mist = (far ? 0.34f : 0.08f) + Noise.smooth(down / (floor * 0.5f)) * (far ? 0.4f : 0.25f);
    return Sheet.mix(colour, light.haze, mist);
  }

  private int ground(int x, int y) {
    float near = (y - floor) / (float) (Sheet.HEIGHT - floor);
    double depth = 1 / (near + 0.12);
    double across = (x - Sheet.WIDTH / 2.0) * depth * 0.16;
    float fields = Noise.at(across + seed, depth * 46 + seed);
    if (light.white()) {
      return snow(near, fields);
    }
    float blades = Noise.at(x * 1.1 + y * 0.9 + seed, y * 8.3 - x * 0.35);
    float fine = Noise.at(x * 2.7 + y * 1.9, y * 5.3 - x * 0.8 + seed);
    float shade = 0.98f + (blades - 0.5f) * (0.1f + near * 0.3f) + (fields - 0.5f) * 0.4f;
    shade += (fine - 0.5f) * near * 0.35f;
    int colour = Sheet.shade(light.grass, shade * (1.06f - near * 0.26f));
    if (light != Light.NIGHT) {
      colour =
          Sheet.mix(
              colour, Sheet.shade(light.forest, 1.1f), Noise.smooth((fields - 0.62f) * 6) * 0.4f);
    }
    return Sheet.mix(colour, light.haze, 0.42f * (1 - Noise.smooth(near * 2.2f)));
  }

  private int snow(float near, float drifts) {
    int shadow = Sheet.mix(light.skyTop, 0xffffff, 0.45f);
    int colour = Sheet.mix(light.grass, shadow, Noise.smooth((0.62f - drifts) * 2.6f) * 0.7f);
    return Sheet.mix(colour, light.haze, 0.42f * (1 - Noise.smooth(near * 2.2f)));
  }
}
