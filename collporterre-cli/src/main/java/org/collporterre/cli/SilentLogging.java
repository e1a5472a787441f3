package org.collporterre.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Keeps libraries from writing log lines between our own. The log manager makes an instance when it
 * starts, which on the way of clean data never happens.
 */
public final class SilentLogging {
  /** Turns all logging off. */
  public SilentLogging() throws IOException {
    byte[] off = ".level=OFF\n".getBytes(StandardCharsets.ISO_8859_1);
    LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(off));
  }

  /** Has the log manager ask this class, unless the caller of the process chose otherwise. */
  static void install() {
    setUnlessChosen("slf4j.internal.verbosity", "ERROR");
    setUnlessChosen("org.jboss.logging.provider", "jdk");
    setUnlessChosen("log4j2.statusLoggerLevel", "OFF");
    setUnlessChosen("org.apache.logging.log4j.simplelog.level", "OFF");
    String property = "java.util.logging.config.";
    if (System.getProperty(property + "file") == null) {
      if (System.getProperty(property + "class") == null) {
        System.setProperty(property + "class", SilentLogging.class.getName());
      }
    }
  }

  private static void setUnlessChosen(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
