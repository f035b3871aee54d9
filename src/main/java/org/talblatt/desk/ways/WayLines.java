package org.talblatt.desk.ways;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.Refusal;

/** How ways are, in words. */
@Component
class WayLines {
  private final DropFolders folders;

  WayLines(DropFolders folders) {
    this.folders = folders;
  }

  /** The one of two that somebody should look at first. */
  static WayHealth worse(WayHealth one, WayHealth other) {
    if (state(one) != state(other)) {
      return rank(state(one)) < rank(state(other)) ? one : other;
    }
    boolean later =
        other.arrival() != null
            && (one.arrival() == null || other.arrival().isAfter(one.arrival()));
    return later ? other : one;
  }

  private static int rank(AgencyView.State state) {
    return switch (state) {
      case ILL -> 0;
      case GOOD -> 1;
      case NEW -> 2;
      case OFF -> 3;
    };
  }

  static AgencyView.State state(WayHealth health) {
    if (!health.on()) {
      return AgencyView.State.OFF;
    }
    if (health.ill()) {
      return AgencyView.State.ILL;
    }
    return health.success() == null ? AgencyView.State.NEW : AgencyView.State.GOOD;
  }

  /** One sentence on a way. */
  String health(WayHealth health, Messages words, Times times) {
    String kind = words.get("ways.kind." + health.way().kind().word());
    String said =
        switch (state(health)) {
          case ILL -> trouble(health, words);
          case OFF -> words.get("ways.state.off");
          case NEW -> words.get("ways.nothing-yet");
          case GOOD ->
              health.arrival() == null
                  ? words.get("ways.nothing-yet")
                  : words.get("ways.fact-arrival", times.brief(health.arrival()));
        };
    return kind + ": " + said;
  }

  AgencyView.Line line(
      WayHealth health,
      boolean changes,
      WayForm.@Nullable Typed typed,
      Messages words,
      Times times) {
    Way way = health.way();
    AgencyView.Fields fields =
        changes && way.kind().lookedAt()
            ? fields(
                way.id(), true, typed == null ? typed(way) : typed, !way.secret().isEmpty(), words)
            : null;
    return new AgencyView.Line(
        way.id(),
        words.get("ways.kind." + way.kind().word()),
        where(way, changes),
        state(health),
        health.on(),
        facts(health, words, times),
        health.ill() ? trouble(health, words) : "",
        changes ? health.offeredKey() : "",
        fields);
  }

  /** A queue's address lets in whoever knows it: its host says enough. */
  private String where(Way way, boolean changes) {
    return switch (way.kind()) {
      case PUSH -> "";
      case FOLDER -> changes ? folders.of(way.provider()).toString() : "";
      case WIREQ -> way.host();
      case FEED, LISTING, SFTP, FTP -> way.host() + String.valueOf(way.address().getPath());
    };
  }

  private static List<String> facts(WayHealth health, Messages words, Times times) {
    List<String> facts = new ArrayList<>();
    if (health.way().kind().lookedAt() && health.success() != null) {
      facts.add(words.get("ways.fact-success", times.brief(health.success())));
    }
    if (health.arrival() != null) {
      facts.add(words.get("ways.fact-arrival", times.brief(health.arrival())));
    }
    if (health.troubleAt() != null) {
      facts.add(
          health.ill()
              ? words.get("ways.fact-ill", times.brief(health.troubleAt()), health.failures())
              : words.get(
                  "ways.fact-was-ill", times.brief(health.troubleAt()), trouble(health, words)));
    }
    if (health.next() != null) {
      facts.add(words.get("ways.fact-next", times.brief(health.next())));
    }
    if (facts.isEmpty()) {
      facts.add(words.get("ways.nothing-yet"));
    }
    return facts;
  }

  /** The last trouble as a sentence; one of a file as its reader said it. */
  private static String trouble(WayHealth health, Messages words) {
    List<String> stored = health.trouble();
    if (stored.isEmpty() || !words.knows(stored.getFirst())) {
      return words.get("ways.trouble.broken", health.way().host());
    }
    return new Refusal(stored.getFirst(), stored.subList(1, stored.size())).in(words);
  }

  private static WayForm.Typed typed(Way way) {
    String address = way.kind() == WayKind.WIREQ ? "" : way.address().toString();
    return new WayForm.Typed(
        way.kind().word(), address, way.login(), "", Long.toString(way.pause().toSeconds()));
  }

  AgencyView.Fields fields(
      long id, boolean fixed, WayForm.Typed typed, boolean hasSecret, Messages words) {
    return new AgencyView.Fields(
        id == 0 ? "neu" : Long.toString(id),
        fixed,
        typed.art(),
        typed.adresse(),
        typed.benutzer(),
        hasSecret,
        typed.abstand(),
        WayKind.LOOKED_AT.stream()
            .map(each -> new AgencyView.Choice(each.word(), words.get("ways.kind." + each.word())))
            .toList(),
        WayForm.PAUSES.stream()
            .map(each -> new AgencyView.Choice(each.toString(), words.get("ways.pause." + each)))
            .toList());
  }
}
