package org.talblatt.identity.profile;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.Failure;
import org.talblatt.identity.Portrait;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Throttle;
import org.talblatt.picture.Square;
import org.talblatt.platform.page.PageChanges;

/** The own picture. Who has none is shown by a monogram. */
@Component
class OwnPicture {
  private static final int TOKEN_BYTES = 16;

  private final ProfilePictures pictures;
  private final Throttle throttle;
  private final SecureRandom random;
  private final PageChanges pages;
  private final TransactionTemplate transaction;

  OwnPicture(
      ProfilePictures pictures,
      Throttle throttle,
      SecureRandom random,
      PageChanges pages,
      TransactionTemplate transaction) {
    this.pictures = pictures;
    this.throttle = throttle;
    this.random = random;
    this.pages = pages;
    this.transaction = transaction;
  }

  /** Counts a try, before anything is read of it. */
  void announce(Reader reader) {
    throttle.count(Throttle.Limit.PICTURE, "account " + reader.account());
  }

  /**
   * Shows the reader by this file; the one before is gone.
   *
   * @throws Failure for who is suspended
   */
  void set(Reader reader, byte[] file) {
    if (reader.suspended()) {
      throw Failure.invalid("picture", "profile.suspended");
    }
    // no connection is held meanwhile
    Map<Integer, byte[]> squares = Square.of(file, Portrait.SMALL, Portrait.LARGE);
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    transaction.executeWithoutResult(
        done -> {
          pictures.put(
              reader.account(),
              HexFormat.of().formatHex(token),
              Objects.requireNonNull(squares.get(Portrait.SMALL)),
              Objects.requireNonNull(squares.get(Portrait.LARGE)));
          changed(reader);
        });
  }

  /** Back to the monogram. */
  void remove(Reader reader) {
    transaction.executeWithoutResult(
        done -> {
          pictures.remove(reader.account());
          changed(reader);
        });
  }

  /** What lies under an address. */
  Optional<byte[]> find(String token, int width) {
    return pictures.find(token, width);
  }

  private void changed(Reader reader) {
    pages.changed("reader:" + reader.account());
  }
}
