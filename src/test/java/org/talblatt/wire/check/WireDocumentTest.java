package org.talblatt.wire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/wire.md says of each key what the check does with it. */
class WireDocumentTest {
  @Test
  void everyKeyStandsInTheDocument() throws Exception {
    String document = Files.readString(Path.of("docs/wire.md"));
    assertThat(Stream.concat(Fields.all().keySet().stream(), NotOurs.all().keySet().stream()))
        .hasSizeGreaterThan(100)
        .allSatisfy(key -> assertThat(document).contains("`" + key + "`"));
  }
}
