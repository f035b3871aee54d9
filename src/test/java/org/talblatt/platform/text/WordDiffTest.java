package org.talblatt.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.talblatt.platform.text.WordDiff.Change;
import org.talblatt.platform.text.WordDiff.Piece;

/** What differs is told word by word, and nothing is lost on the way. */
class WordDiffTest {
  @Test
  void aWordIsReplacedWhereItStands() {
    assertThat(WordDiff.between("Der Rat tagt am Montag.", "Der Rat tagt am Dienstag."))
        .containsExactly(
            new Piece(Change.KEPT, "Der Rat tagt am "),
            new Piece(Change.DELETED, "Montag."),
            new Piece(Change.INSERTED, "Dienstag."));
  }

  @Test
  void whatIsTheSameIsOnePiece() {
    assertThat(WordDiff.between("gleich\n\ngleich", "gleich\n\ngleich"))
        .containsExactly(new Piece(Change.KEPT, "gleich\n\ngleich"));
    assertThat(WordDiff.between("", "")).isEmpty();
    assertThat(WordDiff.between("", "neu")).containsExactly(new Piece(Change.INSERTED, "neu"));
    assertThat(WordDiff.between("alt", "")).containsExactly(new Piece(Change.DELETED, "alt"));
  }

  @Test
  void bothTextsCanBeReadOutOfIt() {
    Random random = new Random(7);
    for (int run = 0; run < 300; run++) {
      String before = text(random, random.nextInt(40));
      String after = text(random, random.nextInt(40));
      List<Piece> pieces = WordDiff.between(before, after);
      assertThat(words(pieces, Change.DELETED)).isEqualTo(before.strip());
      assertThat(words(pieces, Change.INSERTED)).isEqualTo(after.strip());
    }
  }

  @Test
  void hugeTextsAreComparedAsAWhole() {
    String before =
        IntStream.range(0, 9_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
    String after =
        IntStream.range(0, 9_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));
    assertThat(WordDiff.between("Anfang " + before, "Anfang " + after))
        .extracting(Piece::change)
        .containsExactly(Change.KEPT, Change.DELETED, Change.INSERTED);
  }

  private static String text(Random random, int words) {
    return Collections.nCopies(words, "").stream()
        .map(each -> String.valueOf((char) ('a' + random.nextInt(4))))
        .collect(Collectors.joining(" "));
  }

  /** What the pieces say of one side: all that was kept, and what only that side has. */
  private static String words(List<Piece> pieces, Change own) {
    return pieces.stream()
        .filter(piece -> piece.change() == Change.KEPT || piece.change() == own)
        .map(piece -> piece.text().strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
