package org.talblatt.demo;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.talblatt.picture.Jpeg;

/** Paints a {@link Scene}: the land behind, then what stands on it, then weather and finish. */
final class Painting {
  private static final float QUALITY = 0.9f;
  private static final int HEIGHT = Sheet.HEIGHT;

  private final Scene scene;
  private final Light light;
  private final Sheet sheet = new Sheet();
  private final Tools tools;

  private Painting(Scene scene) {
    this.scene = scene;
    this.light = scene.light();
    Graphics2D brush = sheet.brush();
    this.tools =
        new Tools(
            light,
            new Random(scene.seed()),
            new Land(sheet, light, scene.seed(), floor(), height()),
            brush,
            new Buildings(brush, light, scene.seed()),
            new Growth(brush, light, scene.seed()),
            new Finish(sheet, light, scene.seed()));
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
    tools.land().paint();
    Finish finish = tools.finish();
    if (light == Light.FOG || light == Light.MORNING) {
      float strength = light == Light.FOG ? 0.9f : 0.55f;
      finish.mist(Math.round(HEIGHT * 0.3f), Math.round(HEIGHT * 0.72f), strength);
    }
    foreground();
    tools.brush().dispose();
    finish.weather();
    if (light == Light.FOG) {
      finish.mist(Math.round(HEIGHT * 0.45f), HEIGHT, 0.55f);
    }
    finish.byHand();
  }

  private void foreground() {
    Villages villages = new Villages(tools);
    Countryside countryside = new Countryside(tools);
    Grounds grounds = new Grounds(tools, villages);
    switch (scene.place()) {
      case VILLAGE -> villages.village(true);
      case ROAD -> villages.road();
      case CITY -> villages.city();
      case BARN -> villages.barn();
      case WORKSHOP -> villages.workshop();
      case SCHOOL -> villages.school();
      case CHURCH -> villages.church();
      case LAKE -> countryside.lake();
      case FOREST -> countryside.forest();
      case STREAM -> countryside.stream();
      case LANDSLIDE -> countryside.landslide();
      case PEAKS -> countryside.peaks();
      case RESCUE -> countryside.rescue();
      case PASTURE -> countryside.pasture();
      case ORCHARD -> countryside.orchard();
      case LIFT -> countryside.lift();
      case RINK -> grounds.rink();
      case PITCH -> grounds.pitch();
    }
  }
}
