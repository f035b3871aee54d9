package org.talblatt.demo;

import java.util.Random;

/**
 * Smooth noise, laid down once as a tile that repeats: looking it up is far cheaper than making it
 * for each of two million points.
 */
final class Noise {
  private static final int SIZE = 1024;
  private static final int MASK = SIZE - 1;
  private static final int COARSEST = 8;
  private static final int OCTAVES = 6;
  private static final float[] TILE = tile();

  private Noise() {}

  /** Between 0 and 1; the coarsest humps are 128 apart. */
  static float at(double x, double y) {
    int left = below(x);
    int top = below(y);
    float across = (float) (x - left);
    float down = (float) (y - top);
    int row = (top & MASK) * SIZE;
    int next = ((top + 1) & MASK) * SIZE;
    float upper = mix(TILE[row + (left & MASK)], TILE[row + ((left + 1) & MASK)], across);
    float lower = mix(TILE[next + (left & MASK)], TILE[next + ((left + 1) & MASK)], across);
    return mix(upper, lower, down);
  }

  private static int below(double value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }

  /** A number between 0 and 1 for a point, without any likeness to its neighbours. */
  static float speck(int x, int y) {
    int mixed = x * 0x27d4eb2d ^ y * 0x165667b1;
    mixed = (mixed ^ (mixed >>> 15)) * 0x85ebca6b;
    mixed ^= mixed >>> 13;
    return (mixed & 0xffff) / 65535f;
  }

  static float mix(float from, float to, float part) {
    return from + (to - from) * part;
  }

  private static float[] tile() {
    float[] sum = new float[SIZE * SIZE];
    Random random = new Random(1);
    float weight = 1;
    for (int cells = COARSEST, octave = 0; octave < OCTAVES; octave++, cells *= 2) {
      add(sum, cells, weight, random);
      weight *= 0.55f;
    }
    stretch(sum);
    return sum;
  }

  private static void add(float[] sum, int cells, float weight, Random random) {
    float[] corners = new float[cells * cells];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = random.nextFloat();
    }
    int step = SIZE / cells;
    for (int y = 0; y < SIZE; y++) {
      int row = y / step;
      float down = smooth((y % step) / (float) step);
      for (int x = 0; x < SIZE; x++) {
        int column = x / step;
        float across = smooth((x % step) / (float) step);
        int right = (column + 1) % cells;
        int below = (row + 1) % cells;
        sum[y * SIZE + x] +=
            weight
                * mix(
                    mix(corners[row * cells + column], corners[row * cells + right], across),
                    mix(corners[below * cells + column], corners[below * cells + right], across),
                    down);
      }
    }
  }

  private static void stretch(float[] sum) {
    float least = Float.MAX_VALUE;
    float most = 0;
    for (float value : sum) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (sum[i] - least) / (most - least);
    }
  }

  static float smooth(float part) {
    float t = Math.clamp(part, 0f, 1f);
    return t * t * (3 - 2 * t);
  }
}
