package org.talblatt.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.ClientAddress;

/**
 * The browsers and programs that an account has logged in from. A browser is known by a cookie that
 * stays when its reader logs out; set by the first login, never before. A program that keeps no
 * cookies is known by what it calls itself.
 */
@Component
class Devices {
  private static final Duration KEPT = Duration.ofDays(400);

  private final JdbcClient db;
  private final SecureRandom random;
  private final ClientAddress addresses;
  private final boolean secure;
  private final String name;

  Devices(JdbcClient db, SecureRandom random, ClientAddress addresses, Settings settings) {
    this.db = db;
    this.random = random;
    this.addresses = addresses;
    this.secure = settings.links().secure();
    this.name = secure ? "__Host-geraet" : "geraet";
  }

  /** Where a request comes from. */
  Caller caller(HttpServletRequest request) {
    return new Caller(addresses.block(request), cookie(request).map(Token::hex).orElse(""));
  }

  /** Whether an account has logged in from there before. */
  boolean knows(AccountId account, Caller caller) {
    return !caller.device().isEmpty()
        && db.sql("select exists (select from known_device where account = ? and device_hash = ?)")
            .params(account.value(), HexFormat.of().parseHex(caller.device()))
            .query(Boolean.class)
            .single();
  }

  /**
   * Remembers what an account logs in from.
   *
   * @param cookies gets the browser's cookie
   * @return whether it is a new one, where others were known
   */
  @Transactional
  boolean remember(AccountId account, HttpServletRequest request, HttpHeaders cookies) {
    String secret = cookie(request).orElseGet(() -> Token.random(random).secret());
    put(cookies, secret);
    return remember(account, Token.hash(secret));
  }

  /** As above, for a program. */
  @Transactional
  boolean rememberProgram(AccountId account, String calledItself) {
    return remember(account, Token.hash("program\n" + calledItself));
  }

  private boolean remember(AccountId account, byte[] device) {
    boolean known =
        db.sql("update known_device set last_at = now() where account = ? and device_hash = ?")
                .params(account.value(), device)
                .update()
            == 1;
    if (known) {
      return false;
    }
    boolean others =
        db.sql("select exists (select from known_device where account = ?)")
            .param(account.value())
            .query(Boolean.class)
            .single();
    db.sql(
            """
            insert into known_device (account, device_hash) values (?, ?)
            on conflict do nothing
            """)
        .params(account.value(), device)
        .update();
    return others;
  }

  int dropEnded() {
    return db.sql("delete from known_device where last_at < now() - ? * interval '1 second'")
        .param(KEPT.toSeconds())
        .update();
  }

  private void put(HttpHeaders cookies, String secret) {
    cookies.add(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, secret)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build()
            .toString());
  }

  private Optional<String> cookie(HttpServletRequest request) {
    if (request.getCookies() == null) {
      return Optional.empty();
    }
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }
}
