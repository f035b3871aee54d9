package org.talblatt.notification.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;

/**
 * The script that shows messages while no page of ours is open. At the root, since a browser lets
 * it serve only what lies below its own address, and without a hash, since that address never
 * changes.
 */
@Component
class PushWorker implements PageRoute {
  private static final String PATH = "/push.js";

  private final String script;

  PushWorker() {
    try {
      script = new ClassPathResource("worker/push.js").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    return path.equals(PATH);
  }

  @Override
  public Page render(PageAddress address) {
    return Page.document("text/javascript;charset=utf-8", script, Set.of());
  }
}
