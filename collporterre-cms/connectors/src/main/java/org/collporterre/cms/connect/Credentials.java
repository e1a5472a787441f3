package org.collporterre.cms.connect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who writes on a site. Neither its text nor any exception shows the password.
 *
 * @param user the account; of MediaWiki that of a bot password, {@code Account@name}
 * @param password the application password of WordPress, or the bot password of MediaWiki
 */
public record Credentials(String user, String password) {
  /** Returns the value of a header for HTTP Basic authentication. */
  String basic() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "Credentials[" + user + ", password hidden]";
  }
}
