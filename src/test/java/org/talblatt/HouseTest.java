package org.talblatt;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The module map of the design holds. */
class HouseTest {
  @Test
  void everyRoomUsesOnlyTheRoomsItMay() {
    ApplicationModules.of(Application.class).verify();
  }
}
