package org.talblatt.platform.page;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.SecurityHeaders;

/**
 * Answers public pages ahead of the servlet context: from memory, or rendered once for all who ask.
 * All that is no page passes through, and so do pages that could not be made, with the reason.
 */
final class PageFront extends Handler.Wrapper {
  /** What is behind it, once the program has been put together. */
  record Pages(PageCache cache, PageCounts counts, List<PageRoute> routes, JettyErrors errors) {
    @Nullable PageRoute owner(String path) {
      for (PageRoute route : routes) {
        if (route.owns(path)) {
          return route;
        }
      }
      return null;
    }
  }

  private static final String READ = "GET, HEAD, OPTIONS";

  /** TRACE is none of them: it would show a script the cookies that no script may read. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Supplier<Pages> pages;

  /**
   * @param pages asked with the first request; the server is built before the program's parts are
   */
  PageFront(Supplier<Pages> pages) {
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Pages known = pages.get();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    known.errors().transport(response);
    if (reads) {
      StoredAnswer answer = ready(known, request);
      if (answer != null) {
        answer.write(request, response, callback);
        return true;
      }
    }
    String path = PagePath.normal(request.getHttpURI().getPath());
    if (path == null) {
      Failure bad = Failure.of(Failure.Kind.BAD_REQUEST, "failure.bad-address");
      known.errors().write(bad, request, response, callback);
      return true;
    }
    PageRoute route = known.owner(withoutSlash(path));
    if (route == null) {
      return beside(known, request, response, callback);
    }
    if (request.getMethod().equals("OPTIONS")) {
      return options(response, callback);
    }
    if (!reads) {
      response.getHeaders().put(HttpHeader.ALLOW, READ);
      Failure readOnly = Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "failure.method");
      known.errors().write(readOnly, request, response, callback);
      return true;
    }
    StoredAnswer answer = answer(known, route, path, request);
    if (answer == null) {
      return super.handle(request, response, callback);
    }
    answer.write(request, response, callback);
    return true;
  }

  /** What is no page. */
  private boolean beside(Pages known, Request request, Response response, Callback callback)
      throws Exception {
    if (METHODS.contains(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    Failure unknown = Failure.of(Failure.Kind.NOT_IMPLEMENTED, "failure.method-other");
    known.errors().write(unknown, request, response, callback);
    return true;
  }

  private static boolean options(Response response, Callback callback) {
    response.setStatus(204);
    SecurityHeaders.ALL.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.ALLOW, READ);
    response.write(true, ByteBuffer.allocate(0), callback);
    return true;
  }

  /**
   * What lies in memory. Pages are kept by their addresses' one spelling, so an address that is
   * found needs no further look.
   */
  private static @Nullable StoredAnswer ready(Pages known, Request request) {
    HttpURI uri = request.getHttpURI();
    String address = uri.getPathQuery();
    if (address == null) {
      return null;
    }
    StoredPage page = known.cache().fresh(address, request);
    if (page != null) {
      known.counts().hits.increment();
      return page.answer();
    }
    return address.startsWith("/static/") ? Assets.at(uri.getPath()) : null;
  }

  /** The page, or where it is; null where it could not be made, with the reason in the request. */
  private static @Nullable StoredAnswer answer(
      Pages known, PageRoute route, String path, Request request) throws InterruptedException {
    String owned = withoutSlash(path);
    if (!owned.equals(path)) {
      return moved(owned, request);
    }
    try {
      return made(known, route, path, request);
    } catch (InterruptedException stopping) {
      throw stopping;
    } catch (Exception reason) {
      request.setAttribute(PublicPages.FAILURE, reason);
      return null;
    }
  }

  private static StoredAnswer made(Pages known, PageRoute route, String path, Request request)
      throws Exception {
    SortedMap<String, String> query =
        PageQuery.of(request.getHttpURI().getQuery(), route.queryNames());
    String key = PageQuery.key(path, query);
    StoredPage page = known.cache().fresh(key, request);
    if (page != null) {
      known.counts().hits.increment();
      return page.answer();
    }
    return known
        .cache()
        .page(PageCache.Asked.of(key, route, new PageAddress(path, query), request))
        .answer();
  }

  /** A slash too many at the end. */
  private static StoredAnswer moved(String path, Request request) {
    String query = request.getHttpURI().getQuery();
    String location = query == null ? path : path + "?" + query;
    return StoredAnswer.of(301, "text/html;charset=utf-8", "no-cache", location, new byte[0]);
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
