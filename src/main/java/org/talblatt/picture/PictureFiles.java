package org.talblatt.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talblatt.base.PictureId;
import org.talblatt.platform.Settings;

/**
 * The files of pictures in the data folder: {@code pictures/0/12/original}, as it was sent and
 * never served, and {@code pictures/0/12/640.jpg}, {@code 16x9-640.webp}; from the second edition
 * on {@code e2-640.jpg}.
 */
@Component
class PictureFiles {
  private static final int FOLDER_SIZE = 1000;
  private static final String ORIGINAL = "original";
  private final Path root;

  PictureFiles(Settings settings) {
    this.root = settings.data().resolve("pictures");
  }

  /** One file of a picture. */
  record Variant(Shape shape, int width, Format format) {}

  /** Where this file lies, whether or not it is there. */
  Path rendition(PictureId id, int edition, Variant variant) {
    String name =
        (edition == 1 ? "" : "e" + edition + "-")
            + (variant.shape() == Shape.WHOLE ? "" : variant.shape().code() + "-")
            + variant.width()
            + "."
            + variant.format().extension();
    return folder(id).resolve(name);
  }

  /** As it was sent. */
  byte[] original(PictureId id) throws IOException {
    return Files.readAllBytes(folder(id).resolve(ORIGINAL));
  }

  /** Writes a new picture's files; each is whole or not there. */
  void write(PictureId id, Rendering rendering, CreditMark mark) {
    try {
      Files.createDirectories(folder(id));
      write(folder(id).resolve(ORIGINAL), rendering.original());
      for (var file : rendering.files().entrySet()) {
        Variant variant = new Variant(Shape.WHOLE, file.getKey(), Format.JPEG);
        write(rendition(id, 1, variant), mark.inJpeg(file.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a picture's files away. */
  void delete(PictureId id) {
    try {
      if (Files.exists(folder(id))) {
        for (Path file : list(folder(id))) {
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder(id));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away what was made for other editions than this one. */
  void deleteOtherEditions(PictureId id, int edition) {
    try {
      for (Path file : list(folder(id))) {
        String name = file.getFileName().toString();
        if (!name.equals(ORIGINAL) && !name.startsWith("e" + edition + "-") && edition > 1) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  void write(Path target, byte[] bytes) throws IOException {
    Path part = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
    Files.write(part, bytes);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path folder(PictureId id) {
    return root.resolve(Long.toString(id.value() / FOLDER_SIZE)).resolve(id.toString());
  }
}
