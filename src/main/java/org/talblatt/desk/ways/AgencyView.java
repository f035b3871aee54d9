package org.talblatt.desk.ways;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;

/**
 * A provider's page.
 *
 * @param changes whether who looks at it may change something
 * @param key a new key, shown once; null for none
 * @param further a way that is being added
 */
public record AgencyView(
    String name,
    String title,
    AgencyForm form,
    List<Section> sections,
    boolean changes,
    List<Line> ways,
    List<Key> keys,
    @Nullable String key,
    String pushAddress,
    String folder,
    Fields further) {

  /**
   * A way and how it is.
   *
   * @param kind its name
   * @param where its host or folder
   * @param state good, ill, off or new
   * @param facts what is to be said about it, in sentences
   * @param trouble the last one where it is ill, else empty
   * @param offeredKey a server's key to be trusted; empty for none
   * @param fields to change it by; null for what can't be changed
   */
  public record Line(
      long id,
      String kind,
      String where,
      State state,
      boolean on,
      List<String> facts,
      String trouble,
      String offeredKey,
      @Nullable Fields fields) {}

  /** How a way is. */
  public enum State {
    GOOD,
    ILL,
    OFF,
    NEW;

    /** The end of its message's key. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A way's form.
   *
   * @param id tells the fields of one form from another's
   * @param fixed whether the kind is no more to be chosen
   * @param hasSecret whether a password is known
   */
  public record Fields(
      String id,
      boolean fixed,
      String kind,
      String address,
      String login,
      boolean hasSecret,
      String pause,
      List<Choice> kinds,
      List<Choice> pauses) {}

  /** Something to choose. */
  public record Choice(String value, String name) {}

  /** A key as it is listed. */
  public record Key(long id, String beginning, String facts) {}
}
