package org.talblatt.picture;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.PictureId;
import org.talblatt.platform.jobs.Chore;

/** Makes the files of new pictures, one after the other, before a reader would wait for them. */
@Configuration(proxyBeanMethods = false)
class Preparing {
  static final String CHORE = "pictures-prepare";

  private static final Logger log = LoggerFactory.getLogger(Preparing.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int AT_A_TIME = 100;

  @Bean
  Chore preparePictures(JdbcClient db, Pictures pictures) {
    return new Chore(CHORE, PAUSE, () -> prepare(db, pictures));
  }

  private static void prepare(JdbcClient db, Pictures pictures) {
    db.sql("select id from picture where prepare order by id limit ?")
        .param(AT_A_TIME)
        .query(Long.class)
        .list()
        .forEach(
            id -> {
              db.sql("update picture set prepare = false where id = ?").param(id).update();
              prepare(pictures, new PictureId(id));
            });
  }

  /** One that fails is made when it is asked for, or fails there; the others go on. */
  private static void prepare(Pictures pictures, PictureId id) {
    try {
      pictures.prepare(id);
    } catch (RuntimeException failed) {
      log.warn("picture {} could not be prepared", id, failed);
    }
  }
}
