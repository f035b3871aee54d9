package org.talblatt.identity.leaving;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talblatt.identity.PersonalData;

/** Every feature that holds something on people; the account itself comes first. */
@Component
class Features {
  private final List<PersonalData> all;

  Features(List<PersonalData> all) {
    this.all =
        all.stream()
            .sorted(
                Comparator.comparing((PersonalData feature) -> !(feature instanceof AccountData))
                    .thenComparing(feature -> feature.getClass().getName()))
            .toList();
  }

  List<PersonalData> all() {
    return all;
  }

  /** The account itself last: its address and names are needed until the end. */
  List<PersonalData> toErase() {
    return Stream.concat(all.stream().skip(1), all.stream().limit(1)).toList();
  }
}
