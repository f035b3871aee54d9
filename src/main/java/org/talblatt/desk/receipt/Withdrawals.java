package org.talblatt.desk.receipt;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.Withdrawal;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;

/**
 * Opens a receipt with every article that is taken off, in the same transaction, and has its places
 * looked at right after.
 */
@Configuration
public class Withdrawals {
  private final Receipts receipts;
  private final Places places;
  private final Jobs jobs;
  private final TransactionTemplate transaction;

  Withdrawals(Receipts receipts, Places places, Jobs jobs, TransactionTemplate transaction) {
    this.receipts = receipts;
    this.places = places;
    this.jobs = jobs;
    this.transaction = transaction;
  }

  /** By the receipt's number. */
  @Bean
  Job<Long> receiptJob() {
    return new Job<>("receipt", Long.class, this::look);
  }

  @EventListener
  void withdrawn(Withdrawal withdrawal) {
    jobs.queue(receiptJob(), receipts.open(withdrawal));
  }

  /** Names the agency's item that took an article off, in the transaction that did. */
  public void because(ArticleId article, WireItemId item, WireItem.Status why) {
    receipts.because(
        article,
        item,
        why == WireItem.Status.CANCELED ? Receipt.Cause.CANCELED : Receipt.Cause.WITHHELD);
  }

  private void look(long number) {
    Receipt receipt = receipts.find(number).orElseThrow();
    if (receipt.checked() == null) {
      var lines = places.look(receipt);
      transaction.executeWithoutResult(done -> receipts.close(number, lines));
    }
  }
}
