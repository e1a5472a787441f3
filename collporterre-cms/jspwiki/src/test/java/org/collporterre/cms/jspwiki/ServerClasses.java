package org.collporterre.cms.jspwiki;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a servlet container shows of itself to an application. The class path of the tests holds the
 * plugin and parts of the wiki too: an application that found them there would not show that its
 * own folder of libraries is whole.
 */
final class ServerClasses extends ClassLoader {
  private static final List<String> SHOWN =
      List.of(
          "javax.servlet.",
          "javax.el.",
          "javax.annotation.",
          "org.apache.catalina.",
          "org.apache.coyote.",
          "org.apache.el.",
          "org.apache.jasper.",
          "org.apache.juli.",
          "org.apache.naming.",
          "org.apache.tomcat.",
          "org.eclipse.jdt.");

  private final ClassLoader server;

  ServerClasses(ClassLoader server) {
    super(ClassLoader.getPlatformClassLoader());
    this.server = server;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SHOWN.stream().noneMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    return server.loadClass(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    // Its own beginnings, that of pages among them, a container finds as services.
    String dotted = name.replace("META-INF/services/", "").replace('/', '.');
    return SHOWN.stream().anyMatch(dotted::startsWith) ? server.getResource(name) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    URL found = findResource(name);
    return found == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(found));
  }
}
