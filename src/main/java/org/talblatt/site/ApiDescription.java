package org.talblatt.site;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.platform.Settings;

/** The frame of {@code /api/openapi.json}; the rest is read from the handlers themselves. */
@Configuration
class ApiDescription {
  static {
    // who acts is found out from the session, not asked for
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Reader.class, SessionToken.class);
  }

  @Bean
  OpenAPI description(Settings settings) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Talblatt")
                .version("v1")
                .description(
                    "Articles, comments and votes. A list is {items, next, total}; next is the"
                        + " cursor of the following page or null. Times are RFC 3339 with offset."
                        + " A comment's pinnedAt says since when editors show it at the top,"
                        + " repliesClosed that nobody can answer it any more, author.badge that"
                        + " its author wrote the article (author), is named in it (named), or is"
                        + " a moderator or editor; votes are null where readers see none, down is"
                        + " absent where they can only agree. Errors are problem details (RFC 9457)."))
        .servers(
            List.of(
                new io.swagger.v3.oas.models.servers.Server()
                    .url(settings.links().publicAddress().toString())))
        .components(
            new Components()
                .addSecuritySchemes(
                    "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                    "cookie",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name(SessionToken.cookieName(settings.links()))))
        .security(
            List.of(
                new SecurityRequirement(),
                new SecurityRequirement().addList("bearer"),
                new SecurityRequirement().addList("cookie")));
  }
}
