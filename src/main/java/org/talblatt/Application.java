package org.talblatt;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.DatabaseAddress;

/** Everything wired together, on a database that is already up. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Application {

  /** Starts the paper. */
  public static ConfigurableApplicationContext start(Settings settings, DatabaseAddress database) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings, database));
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings));
    return application.run();
  }

  private static Map<String, Object> properties(Settings settings, DatabaseAddress database) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.bind());
    properties.put("server.port", settings.port());
    properties.put("spring.datasource.url", database.jdbcUrl());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", database.password());
    properties.put("logging.file.name", settings.data().resolve("log/talblatt.json").toString());
    properties.put("logging.structured.format.file", "ecs");
    return properties;
  }
}
