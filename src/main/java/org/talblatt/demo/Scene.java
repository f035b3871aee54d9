package org.talblatt.demo;

/**
 * A picture as the demo's data describe it.
 *
 * @param seed other seeds, other mountains
 */
record Scene(int seed, Place place, Light light, String caption, String alternative) {
  /** What stands in front of the mountains. */
  enum Place {
    VILLAGE,
    ROAD,
    LAKE,
    CITY,
    FOREST,
    STREAM,
    LANDSLIDE,
    PEAKS,
    RESCUE,
    RINK,
    BARN,
    WORKSHOP,
    SCHOOL,
    PASTURE,
    ORCHARD,
    LIFT,
    PITCH,
    CHURCH
  }
}
