package org.talblatt.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.picture.PictureFiles.Variant;

/**
 * The files that pictures are served as. What is not there yet (crops, WebP, a new edition,
 * pictures of older times) is made when it is first asked for, and kept.
 */
@Component
class Renditions {
  private final PictureFiles files;

  // A core at most: who asks for many files that nobody asked for before must not stop the rest.
  private final Semaphore making = new Semaphore(1);

  Renditions(PictureFiles files) {
    this.files = files;
  }

  /**
   * The file.
   *
   * @throws Failure where this picture has no such file
   */
  Path file(Picture picture, Variant variant) {
    if (!variant.format().available()
        || !picture.widths(variant.shape()).contains(variant.width())) {
      throw Failure.notFound();
    }
    Path file = files.rendition(picture.id(), picture.edition(), variant);
    if (!Files.exists(file)) {
      make(picture, List.of(variant));
    }
    return file;
  }

  /** Makes what pages will ask for first, so that no reader waits for it. */
  void prepare(Picture picture) {
    List<Variant> variants = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (int width : picture.widths(shape)) {
        variants.add(
            new Variant(shape, width, Format.WEBP.available() ? Format.WEBP : Format.JPEG));
      }
    }
    make(picture, variants);
  }

  private void make(Picture picture, List<Variant> wanted) {
    making.acquireUninterruptibly();
    try {
      List<Variant> missing = wanted.stream().filter(each -> !there(picture, each)).toList();
      if (!missing.isEmpty()) {
        byte[] original = files.original(picture.id());
        PictureFile.open(original, whole -> make(picture, missing, whole));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      making.release();
    }
  }

  private boolean there(Picture picture, Variant variant) {
    return Files.exists(files.rendition(picture.id(), picture.edition(), variant));
  }

  private boolean make(Picture picture, List<Variant> variants, BufferedImage whole)
      throws IOException {
    CreditMark mark = new CreditMark(picture.credit());
    for (Variant variant : variants) {
      byte[] bytes = variant.format().encode(cut(picture, variant, whole), mark);
      files.write(files.rendition(picture.id(), picture.edition(), variant), bytes);
    }
    return true;
  }

  private static BufferedImage cut(Picture picture, Variant variant, BufferedImage whole)
      throws IOException {
    Rectangle cut = picture.focus().cut(variant.shape(), whole.getWidth(), whole.getHeight());
    int height = variant.shape().height(variant.width(), whole.getWidth(), whole.getHeight());
    return Thumbnails.of(whole)
        .sourceRegion(cut)
        .forceSize(variant.width(), height)
        .asBufferedImage();
  }
}
