package org.talblatt.paper;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.Settings;

/**
 * Keeps a demo from being served as a real paper: its administrator's password is known to
 * everybody. Asked before a port is opened; commands beside the running demo open none.
 */
@Component
@ConditionalOnWebApplication
class NoDemo implements SmartInitializingSingleton {
  private final Papers papers;
  private final Settings settings;

  NoDemo(Papers papers, Settings settings) {
    this.papers = papers;
    this.settings = settings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!settings.demo() && papers.demo()) {
      throw new CommandFailure(
          CommandFailure.USAGE,
          "The data folder %s holds the demo, whose passwords everybody knows; --data takes another one."
              .formatted(settings.data()));
    }
  }
}
