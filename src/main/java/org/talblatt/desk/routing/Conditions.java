package org.talblatt.desk.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.talblatt.wire.WireFacts;

/** A rule made ready to be asked about many items. */
final class Conditions {
  private final boolean anyOf;
  private final List<Predicate<WireFacts>> each = new ArrayList<>();

  Conditions(Rule.Fits fits) {
    this.anyOf = fits.anyOf();
    add(fits.providers(), facts -> List.of(facts.provider()));
    add(fits.topics(), WireFacts::topics);
    add(fits.places(), WireFacts::places);
    add(fits.languages(), facts -> List.of(facts.language().split("-", 2)[0]));
    if (!fits.words().isEmpty()) {
      Words words = Words.of(fits.words());
      each.add(facts -> words.in(facts.title()) || (!fits.onlyTitle() && words.in(facts.text())));
    }
    Integer urgency = fits.urgency();
    if (urgency != null) {
      each.add(facts -> facts.urgency() != null && facts.urgency() <= urgency);
    }
  }

  /** One of the values is one of the item's. */
  private void add(
      Collection<String> values, java.util.function.Function<WireFacts, List<String>> of) {
    if (!values.isEmpty()) {
      Set<String> wanted =
          values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
      each.add(facts -> of.apply(facts).stream().anyMatch(wanted::contains));
    }
  }

  /** Whether the rule fits; one without a condition fits nothing. */
  boolean fit(WireFacts facts) {
    if (each.isEmpty()) {
      return false;
    }
    return anyOf
        ? each.stream().anyMatch(one -> one.test(facts))
        : each.stream().allMatch(one -> one.test(facts));
  }
}
