package org.talblatt.paper;

import org.talblatt.platform.text.SafeHtml;

/**
 * A text that the law or the house asks for: imprint, privacy, house rules.
 *
 * @param version raised with every change; 0 is the one that comes with the program
 */
public record LegalText(String title, SafeHtml body, int version) {}
