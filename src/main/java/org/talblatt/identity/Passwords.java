package org.talblatt.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;

/**
 * Password storage: Argon2id, 19 MiB, two passes (OWASP's first choice of parameters). The prefix
 * in braces leaves room for hashes of other origins, which are renewed at the next login.
 */
@Component
public class Passwords {
  static final int SHORTEST = 8;

  /** Longer ones would let anybody keep a core busy. */
  static final int LONGEST = 200;

  private static final int DIFFERENT = 4;

  /** Matches nothing. */
  public static final String NONE = "{none}";

  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AtomicLong count = new AtomicLong();
  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder("argon2", Map.of("argon2", new Counted(count)));
  private final String nobodys = encoder.encode("a password that nobody has");
  // each run takes a core and 19 MiB: a flood of logins waits in line, it doesn't take the machine
  private final Semaphore runs =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  /** Counts where the work is done: the encoder answers an empty password without any. */
  private static final class Counted extends Argon2PasswordEncoder {
    private final AtomicLong count;

    Counted(AtomicLong count) {
      super(SALT, LENGTH, LANES, KIBIBYTES, PASSES);
      this.count = count;
    }

    @Override
    protected String encodeNonNullPassword(String password) {
      count.incrementAndGet();
      return super.encodeNonNullPassword(password);
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
      count.incrementAndGet();
      return super.matchesNonNull(password, hash);
    }
  }

  /** Why this can't be somebody's new password; null where it can. */
  static @Nullable String refusal(String password, String name, String email, String... context) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return "identity.password-short";
    }
    if (password.length() > LONGEST) {
      return "identity.password-long";
    }
    if (!writable(password)) {
      return "identity.password-unwritable";
    }
    boolean guessable =
        password.equalsIgnoreCase(name.strip())
            || password.equalsIgnoreCase(email.strip())
            || password.chars().distinct().count() < DIFFERENT
            || CommonPasswords.holds(password, name, email)
            || CommonPasswords.holds(password, context);
    return guessable ? "identity.password-guessable" : null;
  }

  String hash(String password) {
    return run(() -> encoder.encode(password));
  }

  /** One run whatever the hash: who has no password costs as much time as who has one. */
  boolean matches(String password, String hash) {
    boolean usable = ImportedHash.acceptable(hash) && writable(password) && !password.isEmpty();
    boolean foreign = usable && ImportedHash.foreign(hash);
    boolean ours = usable && !foreign;
    // never an empty one: the encoder would refuse it at once, and the time would tell
    String typed = ours ? password : "a password that is none";
    boolean right =
        run(
            () -> {
              boolean ownRun = encoder.matches(typed, ours ? hash : nobodys);
              return foreign ? ImportedHash.matches(password, hash) : ownRun;
            });
    return right && usable;
  }

  /** Half a character ("\ud800" in JSON) has no bytes that could be hashed. */
  private static boolean writable(String password) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(password);
  }

  /** Whether the hash was made with weaker parameters than today's. */
  boolean outdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /** How often Argon2 ran so far, for tests of equal work. */
  long count() {
    return count.get();
  }

  private <T> T run(Supplier<T> work) {
    try {
      if (!runs.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Failure.tooMany(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.tooMany(PATIENCE);
    }
    try {
      return work.get();
    } finally {
      runs.release();
    }
  }
}
