package org.talblatt.identity.leaving;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.base.AccountId;
import org.talblatt.platform.jobs.Chore;
import org.talblatt.platform.jobs.Job;

/** What is done after the answer, and when a day is over. */
@Configuration
class LeavingWork {
  /** Takes somebody who leaves out of sight, by the account's number. */
  @Bean
  static Job<Long> leavingHide(Erasing erasing) {
    return new Job<>("leaving-hide", Long.class, id -> erasing.hide(new AccountId(id)));
  }

  /** Brings somebody who stays back into sight, by the account's number. */
  @Bean
  static Job<Long> leavingShow(Erasing erasing) {
    return new Job<>("leaving-show", Long.class, id -> erasing.show(new AccountId(id)));
  }

  /** Erases somebody who is back from a backup, by the account's number. */
  @Bean
  static Job<Long> leavingErase(Erasing erasing) {
    return new Job<>("leaving-erase", Long.class, id -> erasing.erase(new AccountId(id)));
  }

  @Bean
  static Departing.Work departingWork(
      Job<Long> leavingHide, Job<Long> leavingShow, Job<Long> leavingMail) {
    return new Departing.Work(leavingHide, leavingShow, leavingMail);
  }

  @Bean
  static Chore eraseLeavers(Erasing erasing) {
    return new Chore("leaving-erase-due", Duration.ofMinutes(1), erasing::eraseDue);
  }

  /** Each node's journal holds what any node has erased. */
  @Bean
  static Chore writeErasures(Replay replay) {
    return new Chore("leaving-journal", Duration.ofMinutes(15), replay::complete);
  }

  @Bean
  static Chore dropExports(DataExports exports) {
    return new Chore("leaving-drop-exports", Duration.ofHours(1), exports::dropEnded);
  }

  /** Packs somebody's data, by the export's id. */
  @Bean
  static Job<String> dataExport(Packing packing) {
    return new Job<>("data-export", String.class, packing::pack);
  }
}
