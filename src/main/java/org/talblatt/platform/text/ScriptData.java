package org.talblatt.platform.text;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Data that stands in a page for machines. */
public final class ScriptData {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ScriptData() {}

  /** A JSON-LD block; nothing in it can end the element that holds it. */
  public static SafeHtml jsonLd(Map<String, Object> data) {
    String json =
        JSON.writeValueAsString(data)
            .replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("&", "\\u0026");
    return new SafeHtml("<script type=\"application/ld+json\">" + json + "</script>");
  }
}
