package org.talblatt.wire.check;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireJson;

/** Everything of an item that may be printed. */
final class PublicTexts {
  private PublicTexts() {}

  static String of(WireItem item) {
    List<String> texts = new ArrayList<>();
    texts.add(Jsoup.parseBodyFragment(item.body().html()).text());
    WireJson.object(item)
        .forEach(
            (key, value) -> {
              if (!key.equals("notes")) {
                texts.add(String.valueOf(value));
              }
            });
    item.notes().stream().filter(WireItem.Note::isPublic).forEach(n -> texts.add(n.text()));
    return Values.plain(String.join(" | ", texts));
  }
}
