package org.talblatt.platform.page;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** As long as every request renders its page afresh, a change leaves nothing out of date. */
@Component
class UncachedPages implements PageChanges {
  @Override
  public void changed(Collection<String> tags) {}

  @Override
  public void countsChanged(Collection<String> tags) {}
}
