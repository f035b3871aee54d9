package org.talblatt.discussion.live;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.TalkNews;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.platform.page.ChangeHearer;
import org.talblatt.platform.stream.StreamRoute;
import org.talblatt.platform.stream.Streams;

/**
 * Tells those who have an article open what happens under it. One thread and one statement do all
 * of it, twice a second at most: what was heard of meanwhile is read together and told together,
 * whatever the number of articles and of listeners.
 */
@Component
class LiveTalk implements StreamRoute, ChangeHearer, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(LiveTalk.class);

  private static final String ENDING = "/ereignisse";
  private static final Pattern PATH = Pattern.compile("/artikel/([1-9][0-9]{0,17})" + ENDING);
  private static final String TOPIC = "article:";
  private static final String EVERYTHING = "*";

  private static final Duration SOON = Duration.ofMillis(30);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  /** Counts may lag: they alone don't keep every listener's connection busy. */
  private static final Duration VOTES = Duration.ofSeconds(2);

  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Streams streams;
  private final OpenTalks talks;
  private final TalkSettings settings;
  private final Map<ArticleId, OpenTalk> open = new HashMap<>();
  private final Queue<ArticleId> begun = new ConcurrentLinkedQueue<>();
  private final Pending pending = new Pending();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-talk").factory());
  private final Pace pace = new Pace(thread, this::tell, BETWEEN);

  LiveTalk(Streams streams, OpenTalks talks, TalkSettings settings) {
    this.streams = streams;
    this.talks = talks;
    this.settings = settings;
  }

  @Override
  public @Nullable String topic(String path) {
    if (!path.endsWith(ENDING)) {
      return null;
    }
    Matcher matcher = PATH.matcher(path);
    return matcher.matches() ? TOPIC + matcher.group(1) : null;
  }

  @Override
  public void opened(String topic) {
    begun.add(article(topic));
    thread.execute(this::begin);
  }

  @Override
  public void hear(Collection<String> marks) {
    if (streams.silent()) {
      return;
    }
    boolean news = false;
    boolean votes = false;
    for (String mark : marks) {
      TalkNews named = TalkNews.parse(mark);
      if (named != null) {
        if (streams.heard(TOPIC + named.id().article())) {
          pending.add(named);
          votes |= named.kind() == TalkNews.Kind.VOTED;
          news |= named.kind() != TalkNews.Kind.VOTED;
        }
      } else if (mark.equals(EVERYTHING)) {
        streams.topics().forEach(topic -> pending.add(article(topic)));
        news = true;
      } else if (mark.startsWith(TOPIC) && streams.heard(mark)) {
        pending.add(article(mark));
        news = true;
      }
    }
    if (news || votes) {
      pace.within(news ? SOON : VOTES);
    }
  }

  /** Greets whoever came since the last time, on whatever articles, in one go. */
  private void begin() {
    List<ArticleId> articles = begun.stream().distinct().toList();
    articles.forEach(article -> begun.removeIf(article::equals));
    if (articles.isEmpty()) {
      return;
    }
    try {
      Map<ArticleId, OpenTalks.Talk> read = talks.read(articles, List.of());
      for (ArticleId article : articles) {
        OpenTalks.Talk talk = read.get(article);
        if (talk == null) {
          end(article);
        } else {
          OpenTalk fresh = new OpenTalk();
          open.put(article, fresh);
          streams.greet(topic(article), fresh.begin(talk).event());
        }
      }
    } catch (DataAccessException failed) {
      log.warn("readers wait for the talk they want to follow: {}", failed.getMessage());
      begun.addAll(articles);
      var _ = thread.schedule(this::begin, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Tells all that was heard since the last time. */
  private void tell() {
    Map<ArticleId, List<TalkNews>> heard = pending.take();
    open.keySet().removeIf(article -> !streams.heard(topic(article)));
    heard.keySet().retainAll(open.keySet());
    if (heard.isEmpty()) {
      return;
    }
    List<CommentId> comments =
        heard.values().stream().flatMap(List::stream).map(TalkNews::id).distinct().toList();
    try {
      Map<ArticleId, OpenTalks.Talk> read = talks.read(heard.keySet(), comments);
      heard.forEach((article, news) -> tell(article, read.get(article), news));
    } catch (DataAccessException failed) {
      log.warn("readers are told later what is new: {}", failed.getMessage());
      pending.putBack(heard);
      pace.within(RETRY);
    }
  }

  private void tell(ArticleId article, OpenTalks.@Nullable Talk talk, List<TalkNews> news) {
    OpenTalk known = open.get(article);
    if (talk == null) {
      end(article);
    } else if (known != null) {
      OpenTalk.Sides sides =
          known.tell(talk, news.stream().distinct().toList(), settings.of(talk.section()).rating());
      streams.tell(topic(article), sides.news().event(), sides.greeting().event());
    }
  }

  /** Withdrawn, killed, never there: the public views don't say why. */
  private void end(ArticleId article) {
    open.remove(article);
    streams.end(topic(article), Told.END);
  }

  private static String topic(ArticleId article) {
    return TOPIC + article;
  }

  private static ArticleId article(String topic) {
    return new ArticleId(Long.parseLong(topic.substring(TOPIC.length())));
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
