package org.talblatt.platform.page;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what lies ready in memory, ahead of the servlet context; all else passes through. */
final class PageFront extends Handler.Wrapper {
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (reads(request)) {
      StoredAnswer answer = Assets.at(request.getHttpURI().getPath());
      if (answer != null) {
        answer.write(request, response, callback);
        return true;
      }
    }
    return super.handle(request, response, callback);
  }

  private static boolean reads(Request request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }
}
