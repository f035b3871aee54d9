package org.talblatt.site;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.talblatt.platform.http.Problem;

/**
 * What each operation of {@code /api/openapi.json} answers: the handlers' signatures tell the shape
 * of a success, not its status, and nothing of refusals. A test compares it with real answers.
 */
@Component
class ApiAnswers implements OpenApiCustomizer {
  private static final String PROBLEM = "#/components/schemas/Problem";
  private static final String ARTICLE = "/api/v1/articles/{";

  /** Successes that are no 200, or not only. */
  private static final Map<String, List<Integer>> SUCCESSES =
      Map.of(
          "POST /api/v1/readers", List.of(201),
          "DELETE /api/v1/session", List.of(204),
          "POST /api/v1/articles/{article}/comments", List.of(201),
          "POST /api/v1/wire", List.of(200, 201));

  /** Whom a login or a right is asked of beside who writes under an article. */
  private static final Map<String, List<Integer>> CLOSED =
      Map.of(
          "GET /api/v1/me", List.of(401),
          "POST /api/v1/session", List.of(401),
          "GET /api/v1/wire", List.of(401, 403),
          "POST /api/v1/wire", List.of(401),
          "POST /api/v1/wire/{id}/publish", List.of(401, 409));

  @Override
  public void customise(OpenAPI api) {
    api.getComponents().addSchemas("Problem", problem());
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> describe(method.name(), path, operation)));
  }

  private static void describe(String method, String path, Operation operation) {
    String name = method + " " + path;
    if (name.equals("POST /api/v1/wire")) {
      operation.requestBody(agencyFile());
    }
    ApiResponse plain = operation.getResponses().get("200");
    Content shape = plain == null ? null : plain.getContent();
    ApiResponses answers = new ApiResponses();
    for (int status : SUCCESSES.getOrDefault(name, List.of(200))) {
      answers.addApiResponse(
          Integer.toString(status), answer(status, status == 204 ? null : shape));
    }
    for (int status : refusals(method, path, operation)) {
      answers.addApiResponse(
          Integer.toString(status),
          answer(
              status,
              new Content()
                  .addMediaType(
                      Problem.MEDIA_TYPE, new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
    }
    operation.responses(answers);
  }

  private static Set<Integer> refusals(String method, String path, Operation operation) {
    Set<Integer> statuses = new TreeSet<>(CLOSED.getOrDefault(method + " " + path, List.of()));
    boolean underArticle = path.startsWith(ARTICLE);
    if (path.contains("{")) {
      statuses.add(404);
    }
    if (underArticle) {
      statuses.add(410);
    }
    if (operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> !p.getIn().equals("path"))) {
      statuses.add(422);
    }
    if (!method.equals("GET")) {
      // from another site, by who is suspended or lacks the right; too often
      statuses.addAll(List.of(403, 429));
      if (underArticle) {
        // a stale edit, a used key, a parent that is gone
        statuses.addAll(List.of(401, 409));
      }
      if (operation.getRequestBody() != null) {
        statuses.addAll(List.of(413, 415, 422));
      }
    }
    return statuses;
  }

  private static ApiResponse answer(int status, @Nullable Content content) {
    ApiResponse answer =
        new ApiResponse().description(HttpStatus.valueOf(status).getReasonPhrase());
    if (status == 429) {
      answer.addHeaderObject(
          "Retry-After",
          new io.swagger.v3.oas.models.headers.Header()
              .description("seconds")
              .schema(new IntegerSchema()));
    }
    return content == null ? answer : answer.content(content);
  }

  /** As agencies deliver it: NewsML-G2 or dpa digitalwires. */
  private static RequestBody agencyFile() {
    Content content = new Content();
    for (String type : List.of("application/xml", "application/json")) {
      content.addMediaType(type, new MediaType().schema(new StringSchema().format("binary")));
    }
    return new RequestBody().required(true).description("one agency file").content(content);
  }

  private static Schema<?> problem() {
    Schema<?> schema =
        new ObjectSchema().description("RFC 9457; detail is a sentence in the paper's language");
    schema.addProperty("type", new StringSchema().format("uri"));
    schema.addProperty("title", new StringSchema());
    schema.addProperty("status", new IntegerSchema());
    schema.addProperty("detail", new StringSchema());
    schema.addProperty("fields", new MapSchema().additionalProperties(new StringSchema()));
    schema.setRequired(List.of("type", "title", "status", "detail"));
    return schema;
  }
}
