package org.talblatt.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;

/** Two wordings made of one are brought together without losing a sentence of either. */
class TextMergeTest {
  private static final String FIRE =
      "<p>In Toblach hat es in der Nacht gebrannt. Zwei Menschen wurden verletzt.</p>";
  private static final String CAUSE = "<p>Die Ursache des Feuers ist noch nicht bekannt.</p>";
  private static final String DAMAGE = "<p>Der Schaden beträgt 40.000 Euro.</p>";
  private static final String LOCAL =
      "<p>Der Gasthof steht am Rienzufer und ist 200 Jahre alt.</p>";

  @Example
  void theAgencysChangeAndOursInNeighbouringParagraphsStandBoth() {
    String ourCause = "<p>Die Ursache des Feuers ist laut Kommandant noch nicht bekannt.</p>";
    String theirDamage = "<p>Der Schaden beträgt 400.000 Euro.</p>";

    Merged merged =
        merge(FIRE + CAUSE + DAMAGE, FIRE + ourCause + DAMAGE, FIRE + CAUSE + theirDamage);

    assertThat(kinds(merged))
        .containsExactly(Merged.Kind.KEPT, Merged.Kind.OURS, Merged.Kind.THEIRS);
    assertThat(merged.clean()).isTrue();
    assertThat(merged.text().html()).isEqualTo(lines(FIRE, ourCause, theirDamage));
  }

  @Example
  void aParagraphThatBothChangedIsAConflictWithAllThreeWordings() {
    String ours = "<p>Der Schaden beträgt rund 40.000 Euro.</p>";
    String theirs = "<p>Der Schaden beträgt 400.000 Euro.</p>";

    Merged merged = merge(FIRE + DAMAGE, FIRE + ours, FIRE + theirs);

    assertThat(merged.clean()).isFalse();
    Merged.Block conflict = merged.blocks().getLast();
    assertThat(conflict)
        .isEqualTo(new Merged.Block(Merged.Kind.CONFLICT, safe(DAMAGE), safe(ours), safe(theirs)));
    assertThat(merged.text().html()).isEqualTo(lines(FIRE, ours));
    assertThat(merged.text(block -> Merged.Side.THEIRS).html()).isEqualTo(lines(FIRE, theirs));
    assertThat(merged.text(b -> b.equals(conflict) ? Merged.Side.BOTH : b.side()).html())
        .isEqualTo(lines(FIRE, ours, theirs));
  }

  @Example
  void ourLocalParagraphStaysWhereTheAgencyGoesOnAtTheSamePlace() {
    Merged merged = merge(FIRE, FIRE + LOCAL, FIRE + CAUSE + DAMAGE);

    assertThat(merged.clean()).isTrue();
    assertThat(merged.text().html()).isEqualTo(lines(FIRE, LOCAL, CAUSE, DAMAGE));
  }

  @Example
  void whatTheAgencyTakesOutGoesUnlessWeChangedIt() {
    String ours = "<p>Der Schaden beträgt 40.000 Euro, sagt die Wirtin.</p>";

    assertThat(merge(FIRE + DAMAGE, FIRE + DAMAGE + LOCAL, FIRE).text().html())
        .isEqualTo(lines(FIRE, LOCAL));
    Merged changed = merge(FIRE + DAMAGE, FIRE + ours, FIRE);
    assertThat(kinds(changed)).containsExactly(Merged.Kind.KEPT, Merged.Kind.CONFLICT);
    assertThat(changed.blocks().getLast().theirs().isEmpty()).isTrue();
  }

  @Example
  void aParagraphWrittenAnewIsAConflictWithItsChangeAndNoSecondCopy() {
    String anew = "<p>Gutachter sind seit dem Morgen an der Brandstelle.</p>";
    String theirs = "<p>Die Ursache des Feuers ist ein Kurzschluss.</p>";

    Merged merged = merge(FIRE + CAUSE + DAMAGE, FIRE + anew + DAMAGE, FIRE + theirs + DAMAGE);

    assertThat(kinds(merged))
        .containsExactly(Merged.Kind.KEPT, Merged.Kind.CONFLICT, Merged.Kind.KEPT);
  }

  @Example
  void otherHtmlOfTheSameWordsIsNoChange() {
    Merged merged =
        merge(
            "<p>Der <b>Gasthof</b> steht\n leer.</p><hr>",
            "<p>Der <strong>Gasthof</strong> steht leer.</p>\n<p></p><hr>",
            "<p> Der <b>Gasthof</b>&nbsp;steht leer. </p><hr>");

    assertThat(kinds(merged)).containsOnly(Merged.Kind.KEPT);
    assertThat(merged.text().html())
        .isEqualTo("<p>Der <strong>Gasthof</strong> steht leer.</p>\n<hr>");
  }

  @Example
  void columnsInSetTextAndMarkupAreChanges() {
    assertThat(kinds(merge("<pre>a  1</pre>", "<pre>a  1</pre>", "<pre>a   1</pre>")))
        .containsExactly(Merged.Kind.THEIRS);
    assertThat(kinds(merge("<p>leer</p>", "<h2>leer</h2>", "<p>leer</p>")))
        .containsExactly(Merged.Kind.OURS);
  }

  @Example
  void textWithoutParagraphsIsMergedToo() {
    assertThat(merge("eins <b>zwei</b>", "eins <b>zwei</b>", "eins <b>drei</b>").text().html())
        .isEqualTo("eins <b>drei</b>");
    assertThat(merge("", "", "").blocks()).isEmpty();
  }

  @Example
  void aFieldIsTakenFromWhoeverChangedIt() {
    assertThat(new Merged.Field<>("a", "a", "b").value()).isEqualTo("b");
    assertThat(new Merged.Field<>("a", "c", "a").kind()).isEqualTo(Merged.Kind.OURS);
    assertThat(new Merged.Field<>("a", "c", "c").kind()).isEqualTo(Merged.Kind.KEPT);
    Merged.Field<String> both = new Merged.Field<>("a", "c", "b");
    assertThat(both.kind()).isEqualTo(Merged.Kind.CONFLICT);
    assertThat(both.value()).isEqualTo("c");
  }

  @Example
  void twoTextsOfThousandsOfParagraphsAreMergedInTheirOrder() {
    List<String> base = paragraphs(new Random(1), 1500);
    List<String> ours = base.stream().map(text -> "Wir: " + text).toList();
    List<String> theirs = base.stream().map(text -> text + " Sie.").toList();

    Merged merged = merge(html(base), html(ours), html(theirs));

    assertThat(sides(merged, Merged.Side.OURS)).isEqualTo(ours);
    assertThat(sides(merged, Merged.Side.THEIRS)).isEqualTo(theirs);
  }

  @Property(tries = 400)
  void eachOfTheThreeCanBeReadOffAgain(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int size) {
    Random random = new Random(seed);
    List<String> base = paragraphs(random, size);
    List<String> ours = changed(base, random);
    List<String> theirs = changed(base, random);

    Merged merged = merge(html(base), html(ours), html(theirs));

    assertThat(sides(merged, Merged.Side.OURS)).isEqualTo(ours);
    assertThat(sides(merged, Merged.Side.THEIRS)).isEqualTo(theirs);
    List<String> common = texts(merged.blocks().stream().map(Merged.Block::base));
    assertThat(base).containsSubsequence(common);
  }

  @Property(tries = 400)
  void whatOnlyOneSideWroteStandsInTheResult(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int size) {
    Random random = new Random(seed);
    List<String> base = paragraphs(random, size);
    List<String> ours = changed(base, random);
    List<String> theirs = changed(base, random);

    Merged merged = merge(html(base), html(ours), html(theirs));
    List<String> result = texts(ArticleHtml.blocks(merged.text()).stream());

    assertThat(result).containsAll(ours.stream().filter(text -> !base.contains(text)).toList());
    if (merged.clean()) {
      assertThat(result).containsAll(theirs.stream().filter(text -> !base.contains(text)).toList());
    }
  }

  @Property(tries = 300)
  void ifOnlyOneSideChangedSomethingItsTextIsTheResult(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int size) {
    Random random = new Random(seed);
    List<String> base = paragraphs(random, size);
    List<String> other = changed(base, random);

    assertThat(texts(merge(html(base), html(other), html(base)))).isEqualTo(other);
    assertThat(texts(merge(html(base), html(base), html(other)))).isEqualTo(other);
    Merged twice = merge(html(base), html(other), html(other));
    assertThat(texts(twice)).isEqualTo(other);
    assertThat(kinds(twice)).allMatch(Merged.Kind.KEPT::equals);
  }

  @Property(tries = 200)
  void whoIsCalledOursChangesNoConflict(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int size) {
    Random random = new Random(seed);
    List<String> base = paragraphs(random, size);
    String ours = html(changed(base, random));
    String theirs = html(changed(base, random));

    assertThat(merge(html(base), ours, theirs).clean())
        .isEqualTo(merge(html(base), theirs, ours).clean());
  }

  private static List<String> paragraphs(Random random, int size) {
    return IntStream.range(0, size)
        .mapToObj(n -> "Absatz " + n + " " + words(random))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String words(Random random) {
    return random
        .ints(2 + random.nextInt(8), 0, 40)
        .mapToObj(n -> "Wort" + n)
        .collect(Collectors.joining(" "));
  }

  /** Some pieces changed, taken out, put in, moved. */
  private static List<String> changed(List<String> base, Random random) {
    List<String> texts = new ArrayList<>(base);
    for (int n = random.nextInt(5); n > 0; n--) {
      int place = random.nextInt(texts.size() + 1);
      String fresh = random.nextInt(1_000_000) + " " + words(random);
      switch (place == texts.size() ? 0 : random.nextInt(5)) {
        case 0 -> texts.add(place, fresh);
        case 1 -> texts.remove(place);
        case 2 -> texts.set(place, fresh);
        case 3 -> texts.set(place, texts.get(place) + " " + random.nextInt(1_000_000));
        default -> Collections.swap(texts, place, random.nextInt(texts.size()));
      }
    }
    return texts;
  }

  private static Merged merge(String base, String ours, String theirs) {
    return TextMerge.merge(safe(base), safe(ours), safe(theirs));
  }

  private static SafeHtml safe(String html) {
    return ArticleHtml.clean(html);
  }

  private static String html(List<String> paragraphs) {
    return paragraphs.stream().map(text -> "<p>" + text + "</p>").collect(Collectors.joining());
  }

  private static String lines(String... blocks) {
    return String.join("\n", Arrays.asList(blocks));
  }

  private static List<Merged.Kind> kinds(Merged merged) {
    return merged.blocks().stream().map(Merged.Block::kind).toList();
  }

  private static List<String> sides(Merged merged, Merged.Side side) {
    return texts(ArticleHtml.blocks(merged.text(block -> side)).stream());
  }

  private static List<String> texts(Merged merged) {
    return texts(ArticleHtml.blocks(merged.text()).stream());
  }

  private static List<String> texts(java.util.stream.Stream<SafeHtml> blocks) {
    return blocks
        .map(block -> block.html().replaceAll("</?p>", ""))
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
