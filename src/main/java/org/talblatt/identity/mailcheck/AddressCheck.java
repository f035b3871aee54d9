package org.talblatt.identity.mailcheck;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Throttle;
import org.talblatt.paper.Papers;
import org.talblatt.platform.KeyedHash;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** Lets somebody show that mail to their address arrives after all: by a link mailed there. */
@Component
public class AddressCheck {
  private static final Duration GOOD = Duration.ofHours(24);
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,18})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{32})");
  private static final int BYTES = 24;

  private final BouncedAddresses addresses;
  private final Throttle throttle;
  private final Jobs jobs;
  private final Job<Long> addressCheckMail;
  private final KeyedHash hash;
  private final Clock clock;

  AddressCheck(
      BouncedAddresses addresses,
      Throttle throttle,
      Jobs jobs,
      Job<Long> addressCheckMail,
      KeyedHash hash,
      Clock clock) {
    this.addresses = addresses;
    this.throttle = throttle;
    this.jobs = jobs;
    this.addressCheckMail = addressCheckMail;
    this.hash = hash;
    this.clock = clock;
  }

  /** Queues the mail with the link. */
  @Transactional
  public void ask(Reader reader, String block) {
    addresses
        .of(reader.account())
        .flatMap(address -> MailAddress.parse(address.email()))
        .ifPresent(
            email -> {
              throttle.count(Throttle.Limit.MAIL_BLOCK, block);
              throttle.count(Throttle.Limit.MAIL, email.key());
              jobs.queue(addressCheckMail, reader.account().value());
            });
  }

  /** Whether a link is good, and for an account whose address is still the one it was mailed to. */
  boolean good(String link) {
    return read(link).isPresent();
  }

  /** Clears the mark; false where the link is made up, too old, or of an address given up since. */
  @Transactional
  public boolean confirm(String link) {
    Optional<AccountId> account = read(link);
    account.ifPresent(
        id -> addresses.of(id).ifPresent(address -> addresses.arrived(id, address.email())));
    return account.isPresent();
  }

  private Optional<AccountId> read(String link) {
    Matcher parts = SHAPE.matcher(link);
    if (!parts.matches() || Long.parseLong(parts.group(2)) < clock.instant().getEpochSecond()) {
      return Optional.empty();
    }
    AccountId account = new AccountId(Long.parseLong(parts.group(1)));
    return addresses
        .of(account)
        .filter(
            address ->
                MessageDigest.isEqual(
                    bytes(link), bytes(link(hash, account, parts.group(2), address.email()))))
        .map(address -> account);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String link(KeyedHash hash, AccountId account, String until, String email) {
    String signed = account + "." + until;
    byte[] signature = hash.of("address-check", signed + "\n" + email);
    return signed + "." + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(signature, BYTES));
  }

  /** The mail with the link. */
  @Configuration
  static class Mails {
    private final BouncedAddresses addresses;
    private final KeyedHash hash;
    private final Papers papers;
    private final Postman postman;
    private final Links links;
    private final Clock clock;

    Mails(
        BouncedAddresses addresses,
        KeyedHash hash,
        Papers papers,
        Postman postman,
        Settings settings,
        Clock clock) {
      this.addresses = addresses;
      this.hash = hash;
      this.papers = papers;
      this.postman = postman;
      this.links = settings.links();
      this.clock = clock;
    }

    /** To whose address is to be checked, by the account's number. */
    @Bean
    Job<Long> addressCheckMail() {
      return new Job<>("address-check-mail", Long.class, id -> send(new AccountId(id)));
    }

    private void send(AccountId account) {
      addresses.of(account).ifPresent(address -> send(account, address));
    }

    private void send(AccountId account, BouncedAddresses.Address address) {
      Messages words = Messages.of(address.language());
      String paper = papers.current().name();
      String until = Long.toString(clock.instant().plus(GOOD).getEpochSecond());
      String path = "/bestaetigen/erreichbar?link=" + link(hash, account, until, address.email());
      postman.send(
          new Mail(
              paper,
              new MailAddress(address.email()),
              words.get("mailcheck.mail-subject", paper),
              words.get("mailcheck.mail", paper, links.absolute(path))));
    }
  }
}
