package org.talblatt.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talblatt.platform.text.Storable;

/**
 * What a picture's file says of itself, for people to go on from: IPTC first, then XMP. Empty where
 * it says nothing, or nothing readable.
 *
 * @param credit photographer and agency, "Anna Berg / dpa"
 * @param alternative what it shows (IPTC's alt text)
 */
public record FileWords(String caption, String credit, String alternative, String rights) {
  private static final int LONGEST = 2000;
  private static final FileWords NONE = new FileWords("", "", "", "");

  /** Reads a file's words. */
  public static FileWords of(byte[] file) {
    try {
      return of(ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length));
    } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
      // the words are a help only; the picture itself is checked elsewhere
      return NONE;
    }
  }

  private static FileWords of(Metadata file) {
    String person = first(iptc(file, IptcDirectory.TAG_BY_LINE), xmp(file, "dc:creator[1]"));
    String house = first(iptc(file, IptcDirectory.TAG_CREDIT), xmp(file, "photoshop:Credit"));
    return new FileWords(
        first(iptc(file, IptcDirectory.TAG_CAPTION), xmp(file, "dc:description[1]")),
        Stream.of(person, house)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(" / ")),
        first(xmp(file, "Iptc4xmpCore:AltTextAccessibility[1]"), ""),
        first(iptc(file, IptcDirectory.TAG_COPYRIGHT_NOTICE), xmp(file, "dc:rights[1]")));
  }

  private static String iptc(Metadata file, int tag) {
    return file.getDirectoriesOfType(IptcDirectory.class).stream()
        .map(directory -> directory.getString(tag))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String xmp(Metadata file, String path) {
    return file.getDirectoriesOfType(XmpDirectory.class).stream()
        .map(directory -> directory.getXmpProperties().get(path))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String first(String one, String other) {
    String words = (one.isBlank() ? other : one).replaceAll("\\s+", " ").strip();
    return Storable.is(words) && words.length() <= LONGEST ? words : "";
  }
}
