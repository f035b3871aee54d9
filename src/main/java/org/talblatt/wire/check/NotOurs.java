package org.talblatt.wire.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keys that are no field of ours, and why; docs/wire.md has the same list. */
final class NotOurs {
  private static final Map<String, String> REASONS = new TreeMap<>();

  private NotOurs() {}

  static {
    notInTheText();
    because(
        "how the file is built, not what it says",
        "kind",
        "format",
        "root",
        "item_type",
        "inline_contenttype",
        "inline_data",
        "profile",
        "encoding_guess",
        "header_line",
        "xml_error",
        "xml-vendor/text_starts",
        "ninjs_schema",
        "has_infobox",
        "has_linkbox");
    because(
        "who asserts it, or a remark on it",
        "by",
        "description",
        "note",
        "why",
        "rule",
        "after",
        "sequence_rule",
        "ednotes_note",
        "derived_expect/rule");
    because("the language of the item counts, which is given", "xml_lang");
    because(
        "for the agency's own routing",
        "services",
        "service",
        "transmitId",
        "seq",
        "sequence",
        "take_key");
    because(
        "how often it was delivered, not what",
        "entry_id",
        "du_key",
        "previous_revision",
        "update_flag");
    because(
        "the name that goes with the provider's code",
        "newsml-g2/provider_name",
        "newsml-1.2/provider_name");
    because("agencies put signs there", "creators", "authors", "author");
    because(
        "in the credit",
        "info_sources",
        "distributor",
        "nitf/source",
        "read_off/source",
        "dateline_source");
    because(
        "a count that we could make ourselves",
        "wordcount",
        "words",
        "word_count",
        "subjects_total",
        "remote_content_count",
        "subject_count",
        "keywords_count",
        "remote_content_count");
    because(
        "a label of the agency, not for readers; readers have headline and kicker",
        "slugline",
        "namelabel");
    because("a moment that is compared already", "version_created_epoch");
    because(
        "only the newest version counts", "content_created", "content_modified", "date_release");
    because(
        "the urgency of the item counts, not of its delivery",
        "header_priority",
        "envelope_priority",
        "priority");
    because(
        "all headlines; the ones with a role of ours are compared each for itself",
        "headlines",
        "item_title",
        "title",
        "hl2",
        "headline_block_lines",
        "headline_block_last_line",
        "descriptions");
    because(
        "sounds, films and pictures' smaller sizes are not kept",
        "audio",
        "remote_content",
        "media");
    because("roles of notes; the notes themselves are compared", "ed_notes_roles");
    because(
        "the predecessor of a kill, for which the identifier of the item stands",
        "management_doc_idref");
    because(
        "checked over everything that may be printed",
        "must_not_be_public",
        "must_not_be_public_strings");
    because("a sentence for people", "correction", "reader_cleanup", "newsroom/urgency");
    because("a message of a feed as the peer's own expression", "expect_expr");
    because("a file on the agency's server, not an item", "list_0", "list_42", "list_99");
    because("a validator's question, not a reader's", "valid");
    because(
        "a WordPress export is no wire",
        "wordpress-wxr/categories",
        "original_url_kept",
        "firstpublished",
        "body_must_not_contain");
  }

  /** The same message as dpa has it in JSON; the text format has no room for it. */
  private static void notInTheText() {
    because(
        "not in the file: the format has no room for it",
        "iptc7901/urn",
        "iptc7901/version",
        "iptc7901/kicker",
        "iptc7901/language",
        "iptc7901/genre",
        "iptc7901/creditline");
  }

  private static void because(String reason, String... keys) {
    for (String key : keys) {
      REASONS.put(key, reason);
    }
  }

  static Optional<String> reason(String key) {
    return Optional.ofNullable(REASONS.get(key));
  }

  static Optional<String> reason(String format, String section, String key) {
    return reason(format + "/" + key).or(() -> reason(section + "/" + key)).or(() -> reason(key));
  }

  static Map<String, String> all() {
    return REASONS;
  }
}
