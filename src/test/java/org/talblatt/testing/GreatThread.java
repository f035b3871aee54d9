package org.talblatt.testing;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A discussion as big as they get, out of nothing but a seed: 15,000 comments, answers down to the
 * 106th. Its shape is what great threads have in common: two of three comments answer the article
 * itself, an answer rarely goes deeper than the third, and somewhere two never stop.
 *
 * <p>Stands by itself, so that {@code bench/} can run it from this file: {@code java
 * GreatThread.java HEADLINE} prints the lines of an import.
 */
public final class GreatThread {
  public static final int COMMENTS = 15_000;

  /** How deep the one quarrel goes; a root has depth 0. */
  public static final int DEEPEST = 106;

  private static final int AUTHORS = 2_000;
  private static final int ROOTS_IN_HUNDRED = 65;

  /** An answer mostly goes to what was said lately. */
  private static final int LATELY = 200;

  /** One link of the quarrel in so many comments. */
  private static final int QUARREL_STEP = COMMENTS / (DEEPEST + 2);

  private static final int TWO_WHO_QUARREL = 2;
  private static final int MEDIAN_WORDS = 22;
  private static final int MOST_WORDS = 250;
  private static final Instant BEGIN = Instant.parse("2024-03-01T06:00:00Z");
  private static final String[] WORDS =
      ("der die das und aber nicht ein Bürgermeister Gemeinderat Straße Rathaus Kosten wieder immer keiner fragt"
              + " Verkehr Schule Talstation Bahn Radweg warum endlich jemand Steuergeld Umbau Baustelle seit Jahren"
              + " früher besser Vorschlag Ausbau Lärm Anrainer Parkplatz Zentrum Umfahrung bitte genau stimmt so")
          .split(" ");

  private GreatThread() {}

  /**
   * A comment.
   *
   * @param number from 1, in the order of time
   * @param parent 0 for a root
   */
  public record Said(
      int number, int parent, int depth, int author, Instant at, String text, int up, int down) {}

  /** Prints it as lines of an import for the article with this headline. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    print(arguments[0], out::println);
    out.flush();
  }

  /** The lines of an import for the article with this headline. */
  public static void print(String headline, Consumer<String> lines) {
    for (Said said : make(COMMENTS)) {
      lines.accept(
          ("{\"article\":{\"key\":\"great\",\"headline\":\"%s\"},\"id\":\"%d\",%s\"author\":{\"id\":\"%d\","
                  + "\"name\":\"Stammgast %d\"},\"at\":\"%s\",\"text\":\"%s\",\"up\":%d,\"down\":%d}")
              .formatted(
                  headline,
                  said.number(),
                  said.parent() == 0 ? "" : "\"parent\":\"" + said.parent() + "\",",
                  said.author(),
                  said.author(),
                  said.at(),
                  said.text().replace("\n", "\\n"),
                  said.up(),
                  said.down()));
    }
  }

  /** The same each time. */
  public static List<Said> make(int comments) {
    Random random = new Random(106);
    List<Said> all = new ArrayList<>();
    int quarrel = 0;
    Instant at = BEGIN;
    for (int number = 1; number <= comments; number++) {
      at = at.plusSeconds(1 + random.nextInt(40));
      boolean quarrels =
          number % QUARREL_STEP == 1 && (quarrel == 0 || all.get(quarrel - 1).depth() < DEEPEST);
      int parent = quarrels ? quarrel : parent(number, random, quarrel);
      int author =
          quarrels
              ? 1 + number / QUARREL_STEP % TWO_WHO_QUARREL
              : 1 + TWO_WHO_QUARREL + random.nextInt(AUTHORS - TWO_WHO_QUARREL);
      int depth = parent == 0 ? 0 : all.get(parent - 1).depth() + 1;
      all.add(
          new Said(
              number, parent, depth, author, at, text(random), votes(random, 4), votes(random, 1)));
      quarrel = quarrels ? number : quarrel;
    }
    return all;
  }

  /** Nobody else mixes into the quarrel's last word, so that it stays the deepest. */
  private static int parent(int number, Random random, int quarrel) {
    if (number == 1 || random.nextInt(100) < ROOTS_IN_HUNDRED) {
      return 0;
    }
    int parent = number - 1 - random.nextInt(Math.min(LATELY, number - 1));
    return parent == quarrel ? 0 : parent;
  }

  /** Most are short, few are very long. */
  private static String text(Random random) {
    int words =
        Math.clamp(Math.round(MEDIAN_WORDS * Math.exp(random.nextGaussian())), 1, MOST_WORDS);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : random.nextInt(40) == 0 ? "\n\n" : " ");
      String word = WORDS[random.nextInt(WORDS.length)];
      text.append(
          switch (random.nextInt(60)) {
            case 0 -> "**" + word + "**";
            case 1 -> "https://www.example.org/" + i;
            default -> word;
          });
    }
    return text.append('.').toString();
  }

  /** Many get none, few get many. */
  private static int votes(Random random, int usual) {
    return (int) (-Math.log(1 - random.nextDouble()) * usual);
  }
}
