package org.talblatt.moderation;

import java.util.List;

/**
 * The page of orders.
 *
 * @param ending which order's end was refused; 0 for none
 * @param problems of the form for a new one, or of that end
 */
public record OrdersView(List<LegalOrder> all, OrderForm typed, long ending, Problems problems) {

  /** What is wrong with a field of the form for a new one; empty for nothing. */
  public String wrong(String field) {
    String problem = ending == 0 ? problems.of(field) : null;
    return problem == null ? "" : problem;
  }
}
