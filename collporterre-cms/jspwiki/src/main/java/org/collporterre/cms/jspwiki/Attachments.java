package org.collporterre.cms.jspwiki;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.apache.wiki.api.core.Attachment;
import org.apache.wiki.api.core.Context;
import org.apache.wiki.api.exceptions.ProviderException;
import org.apache.wiki.attachment.AttachmentManager;
import org.apache.wiki.auth.AuthorizationManager;
import org.apache.wiki.auth.permissions.PagePermission;
import org.apache.wiki.auth.permissions.PermissionFactory;
import org.collporterre.cms.page.RequestException;
import org.collporterre.files.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Files attached to pages. Providers of attachments only give their bytes, so they are kept as
 * files in the wiki's folder of work, each in its last version. Thread-safe.
 */
final class Attachments {
  private final Path copies;

  Attachments(Path copies) {
    this.copies = copies;
  }

  /**
   * Returns a copy of an attachment as it is now, or null when there is none of that name.
   *
   * @param source its name, for another page than this one after that of the page
   * @throws RequestException when whoever looks at the page may not see it
   */
  @Nullable Path file(Context context, String source)
      throws RequestException, IOException, ProviderException {
    AttachmentManager attachments = context.getEngine().getManager(AttachmentManager.class);
    Attachment found =
        attachments.attachmentsEnabled() ? attachments.getAttachmentInfo(context, source) : null;
    if (found == null) {
      return null;
    } else if (!maySee(context, found)) {
      // Nor may they learn that it is there.
      throw new RequestException("source-missing", source);
    }
    String name = source.substring(source.lastIndexOf('/') + 1);
    UUID folder = UUID.nameUUIDFromBytes(found.getName().getBytes(StandardCharsets.UTF_8));
    Path copy = copies.resolve(folder.toString()).resolve(name);
    if (!isSame(found, copy)) {
      try (InputStream in = attachments.getAttachmentStream(context, found)) {
        copy(in, modified(found), copy);
      }
    }
    return copy;
  }

  private static boolean maySee(Context context, Attachment attachment) {
    return context
        .getEngine()
        .getManager(AuthorizationManager.class)
        .checkPermission(
            context.getWikiSession(),
            PermissionFactory.getPagePermission(attachment, PagePermission.VIEW_ACTION));
  }

  private static boolean isSame(Attachment attachment, Path copy) throws IOException {
    return Files.exists(copy)
        && Files.size(copy) == attachment.getSize()
        && Files.getLastModifiedTime(copy).equals(modified(attachment));
  }

  private static FileTime modified(Attachment attachment) {
    Date modified = attachment.getLastModified();
    return FileTime.from(modified == null ? Instant.EPOCH : modified.toInstant());
  }

  private static void copy(InputStream in, FileTime modified, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    // At once, as somebody else may be reading it.
    try (WholeFile file = WholeFile.of(copy)) {
      in.transferTo(file.out());
      file.commit();
    }
    Files.setLastModifiedTime(copy, modified);
  }
}
