package org.talblatt.demo;

import java.awt.Graphics2D;
import java.util.Random;

/**
 * All that is needed to paint on one sheet.
 *
 * @param land painted first; says where the valley's floor begins
 */
record Tools(
    Light light,
    Random random,
    Land land,
    Graphics2D brush,
    Buildings buildings,
    Growth growth,
    Finish finish) {}
