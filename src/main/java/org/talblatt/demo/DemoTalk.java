package org.talblatt.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Role;

/** The demo's readers and what they say: written, answered, rated, changed and taken back. */
@Component
class DemoTalk {
  /** How long a talk lasts before everybody has said theirs. */
  private static final Duration LONGEST = Duration.ofHours(100);

  /** So many comments has a thread that goes on in short reactions. */
  private static final int LONG_THREAD = 100;

  /** So many the longest one has in the end, without those taken back. */
  private static final int LONGEST_THREAD = 300;

  private static final int RING = 6;

  /** An address block of examples (RFC 5737). */
  private static final String RING_NETWORK = "198.51.100.0";

  private final Registration registration;
  private final Discussion discussion;

  DemoTalk(Registration registration, Discussion discussion) {
    this.registration = registration;
    this.discussion = discussion;
  }

  /** Everybody who may say something, by name. */
  record Crowd(Map<String, Reader> readers, List<Reader> all) {
    Reader named(String name) {
      return Objects.requireNonNull(readers.get(name), name);
    }
  }

  Crowd register(DemoContent.People people) {
    Map<String, Reader> readers = new HashMap<>();
    List<Reader> all = new ArrayList<>();
    for (DemoContent.Login login : people.logins()) {
      NewAccount account = NewAccount.of(login.name(), login.email(), people.password());
      all.add(reader(registration.create(account, login.roles()), login.name(), login.roles()));
    }
    for (int i = 0; i < people.pseudonyms().size(); i++) {
      String name = people.pseudonyms().get(i);
      NewAccount account = NewAccount.withoutPassword(name, "talk" + i + "@example.org");
      all.add(reader(registration.create(account, Set.of()), name, Set.of()));
    }
    all.forEach(reader -> readers.put(reader.name(), reader));
    return new Crowd(readers, all);
  }

  private static Reader reader(AccountId id, String name, Set<Role> roles) {
    return new Reader(id, name, "de", roles, false);
  }

  /** Writes a whole thread; a long one goes on in reactions until it has 300 comments. */
  void hold(
      Crowd crowd,
      ArticleId article,
      List<DemoContent.Said> written,
      List<String> reactions,
      Instant from,
      Instant now) {
    Random random = new Random(article.value());
    List<DemoContent.Said> said =
        written.size() < LONG_THREAD
            ? written
            : withReactions(crowd, written, reactions, new Random(written.size()));
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Instant at = moment(from, now, i, said.size());
      comments.add(write(crowd, article, said.get(i), comments, at));
    }
    for (int i = 0; i < said.size(); i++) {
      rate(crowd, comments.get(i), said.get(i), random);
    }
    if (said.size() >= LONGEST_THREAD) {
      arrange(crowd, comments, now);
    }
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).takenBack()) {
        discussion.delete(crowd.named(said.get(i).by()), comments.get(i).id());
      }
    }
  }

  private Comment write(
      Crowd crowd, ArticleId article, DemoContent.Said said, List<Comment> before, Instant at) {
    Reader reader = crowd.named(said.by());
    UUID submission = submission(article, before.size());
    Integer to = said.to();
    Comment comment =
        to == null
            ? discussion.post(reader, article, said.text(), submission, at).comment()
            : discussion
                .reply(reader, before.get(to - 1).id(), said.text(), submission, at)
                .comment();
    return said.becomes() == null
        ? comment
        : discussion
            .edit(reader, comment.id(), comment.revision(), said.becomes(), at.plusSeconds(140))
            .comment();
  }

  /** Most is said early; the last comment stands shortly before now. */
  private static Instant moment(Instant from, Instant now, int index, int count) {
    Duration whole = Duration.between(from, now);
    Duration talked = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
    double part = Math.pow((index + 1.0) / (count + 1.0), 1.7);
    return from.plusSeconds(Math.max(index + 1, Math.round(talked.toSeconds() * part)));
  }

  private void rate(Crowd crowd, Comment comment, DemoContent.Said said, Random random) {
    List<Reader> voters = new ArrayList<>(crowd.all());
    voters.removeIf(reader -> reader.name().equals(said.by()));
    Collections.shuffle(voters, random);
    int votes = Math.min(voters.size(), said.up() + said.down());
    for (int i = 0; i < votes; i++) {
      Vote vote = i < said.up() ? Vote.UP : Vote.DOWN;
      discussion.vote(voters.get(i), comment.id(), vote, comment.createdAt().plusSeconds(60));
    }
  }

  /** A few rate the newest alike within minutes, from one place, so that moderators have a ring. */
  private void arrange(Crowd crowd, List<Comment> comments, Instant at) {
    List<Reader> ring = crowd.all().subList(crowd.all().size() - RING, crowd.all().size());
    for (Comment comment : comments.reversed().subList(0, 2 * RING)) {
      if (ring.stream().noneMatch(each -> comment.author().account().equals(each.account()))) {
        ring.forEach(each -> discussion.vote(each, comment.id(), Vote.UP, RING_NETWORK, at));
      }
    }
  }

  /** The same talk with short answers to what was said, by somebody else each time. */
  private static List<DemoContent.Said> withReactions(
      Crowd crowd, List<DemoContent.Said> written, List<String> reactions, Random random) {
    List<DemoContent.Said> all = new ArrayList<>(written);
    long takenBack = written.stream().filter(DemoContent.Said::takenBack).count();
    while (all.size() - takenBack < LONGEST_THREAD) {
      int to = 1 + random.nextInt(all.size());
      DemoContent.Said answered = all.get(to - 1);
      Reader by = crowd.all().get(random.nextInt(crowd.all().size()));
      if (!by.staff() && !answered.takenBack() && !by.name().equals(answered.by())) {
        String text = reactions.get(all.size() % reactions.size());
        all.add(
            new DemoContent.Said(
                by.name(), to, text, random.nextInt(4), random.nextInt(2), null, false));
      }
    }
    return all;
  }

  private static UUID submission(ArticleId article, int place) {
    String name = String.format(Locale.ROOT, "demo/%s/%d", article, place);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
