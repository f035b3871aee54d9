package org.talblatt.base;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that can't be carried out, in one of a handful of kinds. Thrown by doors, turned into a
 * page or problem details in one place ({@code platform.http}). {@code key} and {@code arguments}
 * name a message in the reader's language; nothing internal goes in.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, with the HTTP status that says so. */
  public enum Kind {
    /** The request itself is broken. */
    BAD_REQUEST(400),
    /** There is something here, but not for this method. */
    METHOD_NOT_ALLOWED(405),
    /** The form or value can't be read. */
    INVALID(422),
    LOGIN_REQUIRED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    /** It was there and has been withdrawn. */
    GONE(410),
    /** Somebody else was faster. */
    CONFLICT(409),
    /** Nobody makes an answer of the type asked for. */
    NOT_ACCEPTABLE(406),
    TOO_LARGE(413),
    /** The body is of a type that nobody here reads. */
    UNSUPPORTED_TYPE(415),
    TOO_MANY(429),
    /** A mistake of ours. */
    INTERNAL(500),
    /** A method that is unknown everywhere here. */
    NOT_IMPLEMENTED(501);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String key;
  private final transient List<Object> arguments;
  private final transient Map<String, String> fields;
  private final @Nullable Duration retryAfter;
  private final @Nullable String problem;

  private Failure(
      Kind kind,
      String key,
      List<Object> arguments,
      Map<String, String> fields,
      @Nullable Duration retryAfter) {
    this(kind, key, arguments, fields, retryAfter, null);
  }

  private Failure(
      Kind kind,
      String key,
      List<Object> arguments,
      Map<String, String> fields,
      @Nullable Duration retryAfter,
      @Nullable String problem) {
    super(kind + " " + key);
    this.problem = problem;
    this.kind = kind;
    this.key = key;
    this.arguments = arguments;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }

  /** A failure of this kind; {@code key} names its message. */
  public static Failure of(Kind kind, String key, Object... arguments) {
    return new Failure(kind, key, List.of(arguments), Map.of(), null);
  }

  /** A refused form: field name to message key. */
  public static Failure invalid(Map<String, String> fields) {
    return new Failure(Kind.INVALID, "failure.invalid", List.of(), Map.copyOf(fields), null);
  }

  /** One refused field. */
  public static Failure invalid(String field, String key, Object... arguments) {
    return new Failure(Kind.INVALID, key, List.of(arguments), Map.of(field, key), null);
  }

  /** There is nothing at this address, or nothing for this reader. */
  public static Failure notFound() {
    return of(Kind.NOT_FOUND, "failure.not-found");
  }

  /** The reader has to log in first. */
  public static Failure loginRequired() {
    return of(Kind.LOGIN_REQUIRED, "failure.login-required");
  }

  /** The reader may not do this. */
  public static Failure forbidden() {
    return of(Kind.FORBIDDEN, "failure.forbidden");
  }

  /** A mistake of ours; {@code reference} stands in the log. */
  public static Failure internal(String reference) {
    return of(Kind.INTERNAL, "failure.internal", reference);
  }

  /** Too often; again after {@code retryAfter}. */
  public static Failure tooMany(Duration retryAfter) {
    return new Failure(
        Kind.TOO_MANY,
        "failure.too-many",
        List.of(Math.max(1, retryAfter.toSeconds())),
        Map.of(),
        retryAfter);
  }

  /** Too often, in words of its own; again after {@code retryAfter}. */
  public static Failure tooMany(Duration retryAfter, String key, Object... arguments) {
    return new Failure(Kind.TOO_MANY, key, List.of(arguments), Map.of(), retryAfter);
  }

  /** The same, of a problem type of its own such as {@code second-factor}, for programs. */
  public Failure typed(String problem) {
    return new Failure(kind, key, arguments, fields, retryAfter, problem);
  }

  /** The name of its problem type. */
  public String problem() {
    return problem == null ? kind.name().toLowerCase(Locale.ROOT).replace('_', '-') : problem;
  }

  public Kind kind() {
    return kind;
  }

  /** The message's key. */
  public String key() {
    return key;
  }

  /** The message's arguments. */
  public List<Object> arguments() {
    return arguments;
  }

  /** Refused fields: name to message key. */
  public Map<String, String> fields() {
    return fields;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
