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
 * never served, and {@code pictures/0/12/640.jpg}.
 */
@Component
class PictureFiles {
  private static final int FOLDER_SIZE = 1000;
  private final Path root;

  PictureFiles(Settings settings) {
    this.root = settings.data().resolve("pictures");
  }

  /** Where this width lies, whether or not it is there. */
  Path rendition(PictureId id, int width) {
    return folder(id).resolve(width + ".jpg");
  }

  /** Writes all of a picture's files; each is whole or not there. */
  void write(PictureId id, Rendering rendering) {
    try {
      Files.createDirectories(folder(id));
      write(folder(id).resolve("original"), rendering.original());
      for (var file : rendering.files().entrySet()) {
        write(rendition(id, file.getKey()), file.getValue());
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
          Files.delete(file);
        }
        Files.delete(folder(id));
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

  private static void write(Path target, byte[] bytes) throws IOException {
    Path part = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
    Files.write(part, bytes);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path folder(PictureId id) {
    return root.resolve(Long.toString(id.value() / FOLDER_SIZE)).resolve(id.toString());
  }
}
