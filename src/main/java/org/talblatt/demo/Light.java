package org.talblatt.demo;

/**
 * An hour and its weather as a painter's palette: colours as 0xRRGGBB, amounts between 0 and 1.
 * Eight of them, so that no two neighbours on the front page look alike.
 */
enum Light {
  MORNING(
      0x7f9dcb, 0xf8e6cb, 0xdcd2c9, 0x566384, 0x2f4a47, 0x8c9a5e, 0xffe7b0, 0.30f, 0.40f, 0.35f),
  DAY(0x4a7bbf, 0xd9e6ee, 0xb5c7da, 0x56658a, 0x2c4a39, 0x7d9a4f, 0xffffff, 0.22f, 0.42f, 0.50f),
  EVENING(
      0x34477f, 0xf2a878, 0xc8958f, 0x46446a, 0x262e41, 0x545b45, 0xffd08a, 0.45f, 0.30f, 0.40f),
  NIGHT(0x0a1226, 0x2d4573, 0x24365e, 0x1a2747, 0x0c1525, 0x131d2c, 0xdfe8ff, 0.22f, 0.50f, 0.20f),
  STORM(0x363d48, 0xa3a6a4, 0x7d868c, 0x3b444f, 0x222b2e, 0x535c4b, 0xffffff, 0.05f, 0.15f, 1.00f),
  FOG(0xbcc5cc, 0xece8df, 0xd9dad7, 0x8893a0, 0x4b5c60, 0x8f967e, 0xfff7e6, 0.30f, 0.30f, 0.60f),
  WINTER(0x6f93c6, 0xeaeff4, 0xcdd9e6, 0x586885, 0x374d55, 0xe9eef2, 0xfff3dc, 0.25f, 0.95f, 0.35f),
  AUTUMN(0x7199c6, 0xf5e4c3, 0xd9c8b2, 0x666681, 0x7b5c2c, 0xa8914f, 0xffe2a6, 0.32f, 0.38f, 0.30f);

  final int skyTop;
  final int skyLow;
  final int haze;
  final int rock;
  final int forest;
  final int grass;
  final int sun;
  final float glow;
  final float snow;
  final float clouds;

  Light(
      int skyTop,
      int skyLow,
      int haze,
      int rock,
      int forest,
      int grass,
      int sun,
      float glow,
      float snow,
      float clouds) {
    this.skyTop = skyTop;
    this.skyLow = skyLow;
    this.haze = haze;
    this.rock = rock;
    this.forest = forest;
    this.grass = grass;
    this.sun = sun;
    this.glow = glow;
    this.snow = snow;
    this.clouds = clouds;
  }

  /** Whether lamps are on. */
  boolean dark() {
    return this == NIGHT || this == EVENING;
  }

  /** Whether the ground lies under snow. */
  boolean white() {
    return this == WINTER;
  }
}
