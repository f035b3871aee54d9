package org.talblatt.moderation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/**
 * The door to orders of courts and authorities: moderators of the section and publishers register
 * one, see what it is about, and say what was done. What becomes of the comment is decided as ever.
 */
@Service
class Ordering {
  private final LegalOrders orders;
  private final AuditLog log;

  Ordering(LegalOrders orders, AuditLog log) {
    this.orders = orders;
    this.log = log;
  }

  /** What somebody may see. */
  List<LegalOrder> all(Reader reader) {
    return orders.all(Sectioned.of(reader));
  }

  /** From now on the comment's text is kept, whoever erases it. */
  @Transactional
  public void register(Reader reader, Actor by, OrderForm typed, LocalDate today, Instant at) {
    OrderForm.Parsed order = typed.parse(today);
    String section =
        orders
            .section(order.comment())
            .orElseThrow(() -> Failure.invalid("comment", "orders.comment-unknown"));
    require(reader, section);
    orders.add(order, reader.account(), Timestamp.from(at));
    log.record(
        AuditEntry.of(
            by, "moderation.order-registered", order.comment().toString(), order.authority()));
  }

  /** Nothing is left to be done; half a year later the order and what it kept are forgotten. */
  @Transactional
  public void end(Reader reader, Actor by, long id, String typed, Instant at) {
    LegalOrder order = orders.find(id).orElseThrow(Failure::notFound);
    require(reader, order.section());
    if (!order.open()) {
      throw Failure.of(Failure.Kind.CONFLICT, "orders.ended-already");
    }
    String outcome = Prose.needed("outcome", "orders.outcome-missing", typed);
    AccountId account = reader.account();
    orders.end(id, outcome, account, Timestamp.from(at));
    log.record(
        AuditEntry.of(by, "moderation.order-ended", order.comment().toString(), order.authority()));
  }

  private static void require(Reader reader, String section) {
    if (!reader.has(Role.PUBLISHER)) {
      Sectioned.require(reader, section);
    }
  }
}
