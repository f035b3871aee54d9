package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a machine can see of our sources. */
class SourceTest {
  private static final int FILE_LINES = 300;
  private static final int TEST_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(");

  @Test
  void noFileIsLongerThanThreeHundredLines() throws IOException {
    for (Path file : files(Path.of("src"), ".java", ".jte", ".css", ".js", ".sql")) {
      int most = file.startsWith("src/test") ? TEST_LINES : FILE_LINES;
      assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void noMethodIsLongerThanFortyLines() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> tooLong = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files(Path.of("src"), ".java")));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        String source = unit.getSourceFile().getCharContent(true).toString();
        new Lengths(unit, source, positions, tooLong).scan(unit, null);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void coloursAreTokensAndRulesLieInALayer() throws IOException {
    for (Path file : files(Path.of("src/main/resources/static/css"), ".css")) {
      String css = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
      boolean print = css.strip().startsWith("@media print");
      if (!print && !file.endsWith("01-tokens.css")) {
        assertThat(COLOUR.matcher(css).results().map(found -> found.group()))
            .as("colours outside the tokens in %s", file)
            .allMatch("#000"::equals); // a mask's
      }
      assertThat(print || css.strip().startsWith("@layer")).as(file.toString()).isTrue();
      assertThat(css).as(file.toString()).doesNotContain("!important", "url(http", "@import");
    }
  }

  private static List<Path> files(Path folder, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }
  }

  private static final class Lengths extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final String source;
    private final SourcePositions positions;
    private final List<String> tooLong;

    private Lengths(
        CompilationUnitTree unit, String source, SourcePositions positions, List<String> tooLong) {
      this.unit = unit;
      this.source = source;
      this.positions = positions;
      this.tooLong = tooLong;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long lines = codeLines(method.getBody() == null ? method : method.getBody());
      if (lines > METHOD_LINES) {
        tooLong.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + lines);
      }
      return super.visitMethod(method, null);
    }

    /** Blank lines and comments do not count. */
    private long codeLines(Tree tree) {
      int from = (int) positions.getStartPosition(unit, tree);
      int to = (int) positions.getEndPosition(unit, tree);
      return source
          .substring(from, to)
          .lines()
          .filter(line -> !line.isBlank() && !line.strip().startsWith("//"))
          .count();
    }
  }
}
