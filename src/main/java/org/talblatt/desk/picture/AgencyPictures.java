package org.talblatt.desk.picture;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.picture.PictureStock;
import org.talblatt.picture.Pictures;
import org.talblatt.picture.Rendering;
import org.talblatt.platform.jobs.Chore;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireListener;

/**
 * Pictures that come with agency items: fetched soon after the item, since their addresses expire,
 * put on top of the article that has none, and taken off with the item.
 */
@Component
public class AgencyPictures implements WireListener {
  private static final Logger log = LoggerFactory.getLogger(AgencyPictures.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int AT_A_TIME = 20;

  private final WirePictures waiting;
  private final PictureFetch fetch;
  private final Pictures pictures;
  private final PictureStock stock;
  private final Publishing publishing;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AgencyPictures(
      WirePictures waiting,
      PictureFetch fetch,
      Pictures pictures,
      PictureStock stock,
      Publishing publishing,
      TransactionTemplate transaction,
      Clock clock) {
    this.waiting = waiting;
    this.fetch = fetch;
    this.pictures = pictures;
    this.stock = stock;
    this.publishing = publishing;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Looks for what is due, on one node at a time. */
  @Configuration(proxyBeanMethods = false)
  static class Fetching {
    @Bean
    Chore fetchWirePictures(AgencyPictures agency) {
      return new Chore("wire-pictures", PAUSE, agency::fetchDue);
    }
  }

  @Override
  public void received(WireItemId id, WireItem item) {
    if (item.status() == WireItem.Status.USABLE && !item.forEditors()) {
      Instant end = item.expires() == null ? null : item.expires().toInstant();
      waiting.end(id, item.expires()).forEach(picture -> stock.end(picture, end));
      waiting
          .note(id, item, clock.instant())
          .forEach(each -> stock.reword(each.picture(), each.words()));
    } else if (item.status() == WireItem.Status.CANCELED) {
      takeOff(id);
    } else if (item.status() == WireItem.Status.WITHHELD) {
      waiting.giveUp(id);
    }
  }

  @Override
  public boolean updated(WireItemId id, WireItem item) {
    return true;
  }

  @Override
  public void withdrawn(WireItemId id, WireItem.Status why) {
    takeOff(id);
  }

  private void takeOff(WireItemId id) {
    waiting.giveUp(id);
    waiting.of(id).forEach(stock::withdraw);
  }

  /** Puts the item's first picture on top of an article that has none. */
  public void illustrate(WireItemId item, ArticleId article) {
    waiting.of(item).stream()
        .findFirst()
        .ifPresent(picture -> publishing.illustrate(article, picture));
  }

  private void fetchDue() {
    for (WirePictures.Due due : waiting.due(clock.instant(), AT_A_TIME)) {
      try {
        Rendering rendering = Rendering.of(fetch.file(URI.create(due.address())));
        transaction.executeWithoutResult(done -> keep(due, rendering, done));
      } catch (Failure | IOException trouble) {
        waiting.failed(due, String.valueOf(trouble.getMessage()), clock.instant());
      } catch (RuntimeException unforeseen) {
        // what is wrong with one picture stops no other
        log.warn("Picture {} of item {}", due.address(), due.item(), unforeseen);
        waiting.failed(due, unforeseen.toString(), clock.instant());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void keep(WirePictures.Due due, Rendering rendering, TransactionStatus done) {
    PictureId picture = pictures.store(rendering, due.words());
    if (!waiting.kept(due, picture)) {
      done.setRollbackOnly();
      return;
    }
    waiting.article(due.item()).ifPresent(article -> illustrate(due.item(), article));
  }
}
