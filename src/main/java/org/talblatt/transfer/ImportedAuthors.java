package org.talblatt.transfer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.ForeignReaders;
import org.talblatt.paper.Papers;

/** Who an author of another system is here. */
@Component
class ImportedAuthors {
  private final ForeignReaders readers;
  private final ImportedKeys keys;
  private final Papers papers;

  ImportedAuthors(ForeignReaders readers, ImportedKeys keys, Papers papers) {
    this.readers = readers;
    this.keys = keys;
    this.papers = papers;
  }

  /**
   * Who somebody turned out to be.
   *
   * @param named how they are called here, where an account was made just now; else null
   */
  record Found(AccountId account, @Nullable String named) {}

  /**
   * Whether somebody can write here: known, nameable or new.
   *
   * @throws Failure where they were erased, or the account that is named isn't there
   */
  void check(String source, CommentLine.Person person, Map<String, Optional<AccountId>> known) {
    String hash = ImportedKeys.hash(source, person.id());
    Optional<AccountId> here = known.get(hash);
    if (here == null) {
      named(person);
    } else if (here.isEmpty()) {
      throw Failure.invalid("author", "transfer.author-left");
    }
  }

  /**
   * Whether somebody can have voted; an erased voter's votes don't count.
   *
   * @throws Failure where the account that is named isn't there
   */
  void checkVoter(CommentLine.Person person) {
    named(person);
  }

  /**
   * Their account, made where there is none.
   *
   * @param known by the hash; what is made is added
   */
  Found find(
      String source,
      CommentLine.Person person,
      Instant since,
      Map<String, Optional<AccountId>> known) {
    String hash = ImportedKeys.hash(source, person.id());
    Optional<AccountId> here = known.get(hash);
    if (here != null) {
      return new Found(here.orElseThrow(), null);
    }
    AccountId named = named(person);
    ForeignReaders.Arrived arrived =
        named == null
            ? readers.arrive(
                new ForeignReaders.Foreigner(
                    person.name(), person.email(), papers.current().language(), since),
                hash.hashCode())
            : new ForeignReaders.Arrived(named, person.name(), false);
    keys.putAuthor(source, hash, arrived.account());
    known.put(hash, Optional.of(arrived.account()));
    return new Found(arrived.account(), arrived.made() ? arrived.name() : null);
  }

  private @Nullable AccountId named(CommentLine.Person person) {
    String account = person.account();
    return account == null
        ? null
        : readers
            .known(account)
            .orElseThrow(() -> Failure.invalid("account", "transfer.account-unknown", account));
  }
}
