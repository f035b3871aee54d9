package org.talblatt.platform.http;

import java.util.regex.Pattern;

/**
 * Addresses that another site may make a browser post to. Whoever answers there reads no cookie but
 * a one-time one that proves that this browser expects the post.
 *
 * @param path the whole path
 */
public record ForeignPost(Pattern path) {
  boolean admits(String method, String address) {
    return method.equals("POST") && path.matcher(address).matches();
  }
}
