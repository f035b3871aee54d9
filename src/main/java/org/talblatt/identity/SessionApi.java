package org.talblatt.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.Failure;
import org.talblatt.identity.guard.RegistrationGuard;
import org.talblatt.platform.http.ClientAddress;

/**
 * Getting in and out as JSON. A session is a cookie, or where {@code token} is asked for a bearer
 * token, with which cookies don't count.
 */
@RestController
@RequestMapping("/api/v1")
class SessionApi {
  private final Login login;
  private final Registration registration;
  private final Candidates candidates;
  private final RegistrationGuard guard;
  private final Entrance entrance;
  private final Devices devices;
  private final ClientAddress addresses;

  SessionApi(
      Login login,
      Registration registration,
      Candidates candidates,
      RegistrationGuard guard,
      Entrance entrance,
      Devices devices,
      ClientAddress addresses) {
    this.login = login;
    this.registration = registration;
    this.candidates = candidates;
    this.guard = guard;
    this.entrance = entrance;
    this.devices = devices;
    this.addresses = addresses;
  }

  /**
   * What shows who somebody is.
   *
   * @param code of the second factor, where one is due: else 401 of type {@code …/second-factor}
   */
  record Credentials(
      @Nullable String login,
      @Nullable String password,
      @Nullable String code,
      @Nullable Boolean token) {
    @Override
    public String toString() {
      return "Credentials[***]";
    }
  }

  /** Who is logged in; {@code token} only in the answer that opens a session for a program. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Me(
      String name, String language, List<String> roles, boolean suspended, @Nullable String token) {
    static Me of(Reader reader, @Nullable String token) {
      return new Me(
          reader.name(),
          reader.language(),
          reader.roles().stream()
              .map(role -> role.name().toLowerCase(Locale.ROOT))
              .sorted()
              .toList(),
          reader.suspended(),
          token);
    }
  }

  record NewReader(@Nullable String name, @Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "NewReader[***]";
    }
  }

  /** Somebody who has registered; the mailed link makes it an account. */
  record Registered(String name, String state) {}

  @PostMapping("/session")
  ResponseEntity<Me> enter(
      @RequestBody Credentials credentials,
      @Parameter(hidden = true) Optional<SessionToken> old,
      HttpServletRequest request) {
    Caller caller = devices.caller(request);
    return switch (login.check(text(credentials.login()), text(credentials.password()), caller)) {
      case Login.Result.Welcome welcome -> open(welcome, credentials, old, request);
      case Login.Result.Wrong wrong -> throw refused(Failure.Kind.LOGIN_REQUIRED, "wrong");
      case Login.Result.Unconfirmed waiting -> {
        registration.remind(waiting, caller.block());
        throw refused(Failure.Kind.FORBIDDEN, "unconfirmed");
      }
    };
  }

  @DeleteMapping("/session")
  ResponseEntity<Void> leave(@Parameter(hidden = true) Optional<SessionToken> session) {
    return ResponseEntity.noContent().headers(entrance.close(session)).build();
  }

  @GetMapping("/me")
  ResponseEntity<Me> me(Reader reader) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(Me.of(reader, null));
  }

  /** Who sends this agrees to the house rules and is old enough: the client's duty to ask. */
  @PostMapping("/readers")
  ResponseEntity<Registered> register(@RequestBody NewReader reader, HttpServletRequest request) {
    RegistrationForm form = RegistrationForm.agreed(text(reader.name()), text(reader.email()));
    String block = addresses.block(request);
    Candidate candidate = candidates.parse(form, text(reader.password()));
    registration.register(candidate.readFirst(!guard.trusts(block)), block);
    return ResponseEntity.status(201).body(new Registered(candidate.name().value(), "unconfirmed"));
  }

  private ResponseEntity<Me> open(
      Login.Result.Welcome welcome,
      Credentials credentials,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    boolean bearer = Boolean.TRUE.equals(credentials.token());
    Entrance.Opened opened =
        entrance.open(
            welcome.account(),
            text(credentials.code()),
            bearer,
            bearer ? Optional.empty() : old,
            request);
    return ResponseEntity.ok()
        .headers(opened.cookies())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(Me.of(opened.reader(), bearer ? opened.secret() : null));
  }

  private static Failure refused(Failure.Kind kind, String why) {
    return Failure.of(kind, "identity.login-" + why);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
