package org.collporterre.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.collporterre.cms.connect.Content;
import org.collporterre.cms.connect.Credentials;
import org.collporterre.cms.connect.MediaWiki;
import org.collporterre.cms.connect.Patience;
import org.collporterre.cms.connect.Site;
import org.collporterre.cms.connect.SiteAddress;
import org.collporterre.cms.connect.WordPress;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who speaks to a site, and how. */
final class SiteOptions {
  /** Where the password is, unless it is in a file: never among the arguments, which others see. */
  static final String PASSWORD = "COLLPORTERRE_PASSWORD";

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** What sites are run by. */
  enum Program {
    WORDPRESS,
    MEDIAWIKI
  }

  @Option(names = "--user", paramLabel = "NAME")
  @Nullable String user;

  @Option(names = "--password-file", paramLabel = "FILE")
  @Nullable Path passwordFile;

  @Option(names = "--allow-http")
  boolean plain;

  @Option(names = "--kind", paramLabel = "KIND")
  @Nullable String kind;

  /** What only publishing asks. */
  record Writing(boolean drafts, boolean templates, Content content, Vocabularies vocabularies) {}

  /** Returns the site of an address. */
  Site site(
      Program program, String address, Writing writing, Interruption interruption, Session session)
      throws IOException, Misuse {
    SiteAddress at = SiteAddress.of(address, plain);
    Credentials who = credentials(session);
    Patience patience = Patience.standard().until(interruption::isRequested);
    if (program == Program.MEDIAWIKI) {
      if (kind != null || writing.drafts()) {
        throw session.misuse("misuse.site.wordpress");
      }
      MediaWiki wiki = MediaWiki.at(at, who).withPatience(patience);
      wiki = wiki.withVocabularies(writing.vocabularies());
      return writing.templates() ? wiki : wiki.withoutTemplates();
    }
    if (!writing.templates()) {
      throw session.misuse("misuse.site.mediawiki");
    }
    WordPress site = WordPress.at(at, who, writing.content()).withPatience(patience);
    site = site.withVocabularies(writing.vocabularies());
    site = writing.drafts() ? site.withDrafts() : site;
    String posts = kind;
    if (posts == null) {
      return site;
    } else if (!posts.matches("[A-Za-z0-9_-]+")) {
      throw session.misuse("misuse.site.kind", posts);
    }
    return site.withKind(posts);
  }

  /** Tells whether somebody is to sign in. */
  boolean isSigned() {
    return user != null;
  }

  private @Nullable Credentials credentials(Session session) throws IOException, Misuse {
    String name = user;
    if (name == null) {
      return null;
    }
    Path file = passwordFile;
    String password =
        file == null
            ? session.shell().environment().getOrDefault(PASSWORD, "")
            : first(file, session);
    if (password.isEmpty()) {
      throw session.misuse("misuse.site.password", PASSWORD);
    }
    return new Credentials(name, password);
  }

  private static String first(Path file, Session session) throws IOException, Misuse {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, new LinkOption[0]);
    if (view != null
        && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains)) {
      throw session.misuse("misuse.site.readable", file);
    }
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = in.readLine();
      return line == null ? "" : line.strip();
    }
  }
}
