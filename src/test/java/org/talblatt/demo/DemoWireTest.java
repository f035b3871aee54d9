package org.talblatt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.testing.TestPaper;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireList;

/** The demo's inbox shows every state that an agency item can be in. */
class DemoWireTest {
  private static final TestPaper paper = TestPaper.start();
  private final Wire wire = paper.door(Wire.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void itIsFilledOnceWithOneOfEach() {
    paper.door(DemoWire.class).fill();
    int all = wire.count(WireList.ALL);
    paper.door(DemoWire.class).fill();
    assertThat(wire.count(WireList.ALL)).isEqualTo(all);
    assertThat(wire.count(WireList.INBOX)).isEqualTo(4);
    assertThat(wire.list(WireList.INBOX, null, 10))
        .anyMatch(entry -> entry.embargo() != null)
        .anyMatch(entry -> entry.signal().equals("sig:correction"))
        .anyMatch(entry -> entry.credit().equals("APA/dpa"))
        .extracting(WireEntry::urgency)
        .contains(2);
    assertThat(wire.count(WireList.TICKER)).isEqualTo(1);
    assertThat(wire.count(WireList.CANCELED)).isEqualTo(1);
    assertThat(wire.countRefused()).isEqualTo(1);
  }
}
