package org.talblatt.notification.push;

import java.nio.charset.StandardCharsets;
import org.talblatt.notification.Notification;
import org.talblatt.notification.NotificationsView;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Shortened;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a device shows: who did what, and under which article. No words of the comment: they would
 * stay on a locked screen and in a list of the system's after they were removed here.
 *
 * @param path where it leads, on our site
 * @param tag a later message with the same one takes its place on the screen
 * @param time milliseconds since 1970
 */
record PushedMessage(String title, String body, String path, String tag, String lang, long time) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Leaves room below the 4,096 bytes that every service takes, whatever the script. */
  private static final int LONGEST_LINE = 200;

  static PushedMessage of(Notification news, Messages words) {
    return new PushedMessage(
        Shortened.marked(LONGEST_LINE, NotificationsView.title(words, news)),
        Shortened.marked(LONGEST_LINE, news.headline()),
        NotificationsView.path(news),
        tag(news),
        words.language(),
        news.at().toEpochMilli());
  }

  /** For whoever wants to see that it works. */
  static PushedMessage trial(Messages words, long time) {
    return new PushedMessage(
        words.get("notification.push-trial-title"),
        words.get("notification.push-trial-body"),
        "/konto/mitteilungen",
        "trial",
        words.language(),
        time);
  }

  private static String tag(Notification news) {
    boolean talk =
        news.kind() == Notification.Kind.BRANCH || news.kind() == Notification.Kind.FOLLOWED;
    return talk && news.comment() != null
        ? "talk-" + news.comment().article()
        : "news-" + news.id();
  }

  byte[] json() {
    return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
  }
}
