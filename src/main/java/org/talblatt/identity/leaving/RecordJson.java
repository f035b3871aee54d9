package org.talblatt.identity.leaving;

import java.io.Writer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.platform.text.Times;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as a JSON array of objects; moments as RFC 3339 with the paper's offset. */
record RecordJson(Times times) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  void write(Writer out, Consumer<Consumer<PersonalRecord>> rows) {
    try (JsonGenerator json = JSON.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      json.writeStartArray();
      rows.accept(row -> write(json, row));
      json.writeEndArray();
    }
  }

  private void write(JsonGenerator json, PersonalRecord row) {
    json.writeStartObject();
    for (PersonalRecord.Field field : row.fields()) {
      json.writeName(field.key());
      switch (field.value()) {
        case Instant moment -> json.writeString(times.iso(moment));
        case URI address -> json.writeString(address.toString());
        case Boolean truth -> json.writeBoolean(truth);
        case Number number -> json.writeNumber(number.longValue());
        case List<?> texts -> {
          json.writeStartArray();
          texts.forEach(text -> json.writeString(text.toString()));
          json.writeEndArray();
        }
        default -> json.writeString(field.value().toString());
      }
    }
    json.writeEndObject();
  }
}
