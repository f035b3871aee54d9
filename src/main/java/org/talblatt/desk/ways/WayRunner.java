package org.talblatt.desk.ways;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks at the ways that are due, each on a thread of its own and for a few minutes at most. A way
 * belongs to one node while it is looked at; where that node dies, another one takes it over. One
 * that fails is left alone for longer and longer, a quarter of an hour at most, or as its server
 * asks.
 */
@Component
class WayRunner implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(WayRunner.class);
  private static final int MOST = 100;
  private static final Duration FULL_AFTER = Duration.ofMinutes(2);
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration CLAIM = Duration.ofMinutes(6);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
  private static final Duration SLOWEST_RETRY = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final int DOUBLINGS = 5;

  private final Ways ways;
  private final WayHealths healths;
  private final Map<WayKind, WayIn> kinds;
  private final Intake intake;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;

  WayRunner(Ways ways, WayHealths healths, List<WayIn> kinds, Intake intake, Clock clock) {
    this.ways = ways;
    this.healths = healths;
    this.kinds = kinds.stream().collect(Collectors.toMap(WayIn::kind, Function.identity()));
    this.intake = intake;
    this.clock = clock;
  }

  /** Starts to look at whatever is due, and doesn't wait for it. */
  void start() {
    Instant now = clock.instant();
    for (Way way : ways.claimDue(now, now.plus(CLAIM), MOST)) {
      Future<?> look = threads.submit(() -> look(way));
      threads.execute(() -> end(look));
    }
  }

  /** The same on a thread of its own. */
  void startSoon() {
    threads.execute(this::start);
  }

  /** Ends a look that somebody keeps waiting. */
  private static void end(Future<?> look) {
    try {
      look.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException tooLong) {
      look.cancel(true);
    } catch (ExecutionException alreadyLogged) {
      log.debug("a look failed: {}", alreadyLogged.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      look.cancel(true);
      Thread.currentThread().interrupt();
    }
  }

  private void look(Way way) {
    Arrivals arrivals =
        new Arrivals(intake, way.provider(), clock, clock.instant().plus(FULL_AFTER));
    try {
      Look look = Objects.requireNonNull(kinds.get(way.kind())).look(way, arrivals);
      Duration wait = look.more() ? Duration.ZERO : bounded(look.asked(), way.pause());
      Instant now = clock.instant();
      healths.succeeded(way, look, now, now.plus(wait));
    } catch (WayTrouble trouble) {
      failed(way, trouble);
    } catch (InterruptedException ended) {
      interrupted(way);
    } catch (IOException broken) {
      if (Thread.interrupted() || ended(broken)) {
        interrupted(way);
      } else {
        failed(way, WayTrouble.of(key(broken), way.host()));
      }
    } catch (RuntimeException mistake) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      log.error("unexpected on a way, reference {}", reference, bare(mistake));
      failed(way, WayTrouble.of("ways.trouble.internal", reference));
    }
  }

  /** Where it happened and what, without its message: that can hold a secret or an address. */
  private static Throwable bare(Throwable mistake) {
    Throwable cause = mistake.getCause();
    Throwable bare =
        new IllegalStateException(mistake.getClass().getName(), cause == null ? null : bare(cause));
    bare.setStackTrace(mistake.getStackTrace());
    return bare;
  }

  /** It took too long, or we stop: then another node, or we ourselves later, look again. */
  private void interrupted(Way way) {
    if (stopping) {
      ways.release(way.id());
    } else {
      failed(way, WayTrouble.of("ways.trouble.slow", Long.toString(LONGEST.toMinutes())));
    }
  }

  private static boolean ended(IOException broken) {
    return broken.getCause() instanceof InterruptedException
        || (broken instanceof InterruptedIOException
            && !(broken instanceof SocketTimeoutException));
  }

  private static String key(IOException broken) {
    return switch (broken) {
      case java.net.UnknownHostException unknown -> "ways.trouble.unknown-host";
      case java.net.ConnectException refused -> "ways.trouble.refused";
      case javax.net.ssl.SSLException untrusted -> "ways.trouble.tls";
      case SocketTimeoutException late -> "ways.trouble.no-answer";
      case java.net.http.HttpTimeoutException late -> "ways.trouble.no-answer";
      default -> "ways.trouble.broken";
    };
  }

  private void failed(Way way, WayTrouble trouble) {
    int before = Math.min(DOUBLINGS, healths.failures(way.id()));
    Duration usual = FIRST_RETRY.multipliedBy(1L << before);
    Duration slowest = way.pause().compareTo(SLOWEST_RETRY) > 0 ? way.pause() : SLOWEST_RETRY;
    Duration wait = bounded(trouble.asked(), usual.compareTo(slowest) > 0 ? slowest : usual);
    log.info("way {} of {}: {}", way.id(), way.provider(), trouble.words().getFirst());
    Instant now = clock.instant();
    healths.failed(way, trouble.words(), now, now.plus(wait));
  }

  private static Duration bounded(@Nullable Duration asked, Duration usual) {
    if (asked == null) {
      return usual;
    }
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    threads.shutdownNow();
    if (!threads.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
      log.warn("ways are still being looked at");
    }
  }
}
