package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gates of the compiler really close: sources that must not compile are compiled with the flags
 * of the build. A checker that a new Java or a new version has silenced is noticed here.
 */
class CanaryTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aSoundSourceCompiles() throws Exception {
    assertThat(compile("String word() { return \"yes\"; }")).isEmpty();
  }

  @Test
  void nullWhereItMayNotBeFails() throws Exception {
    assertThat(compile("String word() { return null; }")).contains("[NullAway]");
    assertThat(
            compile(
                "int length(@org.jspecify.annotations.Nullable String s) { return s.length(); }"))
        .contains("[NullAway]");
  }

  @Test
  void aMistakeThatErrorProneKnowsFails() throws Exception {
    assertThat(compile("void look() { new IllegalStateException(); }")).contains("[DeadException]");
  }

  @Test
  void aWarningFails() throws Exception {
    assertThat(compile("java.util.List words() { return java.util.List.of(); }"))
        .contains("[rawtypes]", "-Werror");
  }

  /** What the compiler complains of; empty where it is content. */
  private String compile(String member) throws Exception {
    Path source = folder.resolve("Canary.java");
    Files.writeString(
        source,
        "package canary;\n@org.jspecify.annotations.NullMarked\nfinal class Canary { "
            + member
            + " }\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String flag : Files.readString(Path.of(".mvn/jvm.config")).strip().split("\\s+(?=-)")) {
      for (String word : flag.split(" ", 2)) {
        command.add("-J" + word);
      }
    }
    command.addAll(flagsOfTheBuild());
    command.addAll(List.of("-Werror", "-d", folder.toString()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    command.add(source.toString());
    Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return compiler.waitFor() == 0 ? "" : said;
  }

  private static List<String> flagsOfTheBuild() throws IOException {
    Document pom = Jsoup.parse(Files.readString(Path.of("pom.xml")), "", Parser.xmlParser());
    List<String> flags = pom.select("compilerArgs > arg").stream().map(Element::text).toList();
    assertThat(flags).hasSizeGreaterThan(3);
    assertThat(pom.select("failOnWarning").text()).isEqualTo("true");
    return flags;
  }
}
