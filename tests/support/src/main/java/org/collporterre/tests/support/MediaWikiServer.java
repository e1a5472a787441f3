package org.collporterre.tests.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real MediaWiki in French with SQLite, of Debian's package, started on this machine by PHP's own
 * web server. It lets {@link #USER} edit with a bot password.
 */
public final class MediaWikiServer implements AutoCloseable {
  /** Who edits: a bot password of the account Admin. */
  public static final String USER = "Admin@collporterre";

  /** The password of {@link #USER}. */
  public static final String PASSWORD = "0123456789abcdef0123456789abcdef";

  private static final Path PROGRAM = Path.of("/usr/share/mediawiki");
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private MediaWikiServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Installs a wiki into a folder and starts it; where the program is not installed, skips the test
   * and says so.
   *
   * @param extensions what the wiki is extended with, {@code ParserFunctions} say
   */
  public static MediaWikiServer start(Path folder, String... extensions)
      throws IOException, InterruptedException {
    if (!Files.exists(PROGRAM.resolve("api.php")) || !Files.isExecutable(Path.of("/usr/bin/php"))) {
      String message = "Skipped, no MediaWiki (Debian: apt install mediawiki php-cli php-sqlite3)";
      System.out.println(message);
      abort(message);
    }
    MediaWikiServer server = new MediaWikiServer(folder, JavaProgram.freePort());
    server.install(extensions);
    server.restart();
    return server;
  }

  private void install(String... extensions) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("conf"));
    List<String> call =
        new ArrayList<>(
            List.of(
                script("install"),
                "--confpath=" + folder.resolve("conf"),
                "--dbtype=sqlite",
                "--dbpath=" + folder.resolve("data"),
                "--dbname=essai",
                "--server=" + address(),
                "--scriptpath=",
                "--lang=fr",
                "--pass=" + PASSWORD));
    if (extensions.length > 0) {
      call.add("--extensions=" + String.join(",", extensions));
    }
    call.addAll(List.of("Essai", "Admin"));
    php(call);
    php(
        List.of(
            script("createBotPassword"),
            "--conf=" + settings(),
            "--appid=collporterre",
            "--grants=basic,highvolume,editpage,createeditmovepage",
            "Admin",
            PASSWORD));
  }

  /** Does what a script of the wiki's maintenance does, {@code deleteBatch} say. */
  public void maintain(String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> call = new ArrayList<>(List.of(script(script), "--conf=" + settings()));
    call.addAll(Arrays.asList(arguments));
    php(call);
  }

  private static String script(String name) {
    return PROGRAM.resolve("maintenance/" + name + ".php").toString();
  }

  private Path settings() {
    return folder.resolve("conf/LocalSettings.php");
  }

  /** Adds lines of PHP to the settings of the wiki. */
  public void configure(String lines) throws IOException {
    Files.writeString(settings(), Files.readString(settings()) + "\n" + lines + "\n");
  }

  private void php(List<String> call) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("/usr/bin/php"));
    words.addAll(call);
    Path log = folder.resolve("maintenance.log");
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("MW_CONFIG_FILE", settings().toString());
    if (!Files.exists(settings())) {
      builder.environment().remove("MW_CONFIG_FILE");
    }
    Process running = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      running.destroyForcibly();
    }
    if (running.waitFor() != 0) {
      throw new IOException(call.get(0) + ": " + Files.readString(log));
    }
  }

  /** Starts the wiki that was stopped. */
  public void restart() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/php", "-S", "127.0.0.1:" + port, "-t", PROGRAM.toString());
    builder
        .environment()
        .putAll(Map.of("MW_CONFIG_FILE", settings().toString(), "PHP_CLI_SERVER_WORKERS", "3"));
    Process started =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    process = started;
    for (int i = 0; !answers(); i++) {
      if (i == 300 || !started.isAlive()) {
        close();
        throw new IOException(Files.readString(folder.resolve("server.log")));
      }
      Thread.sleep(100);
    }
  }

  private boolean answers() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create(address() + "/api.php?action=query&format=json").toURL().openConnection();
    try {
      connection.setReadTimeout(60_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    } finally {
      connection.disconnect();
    }
  }

  /** Returns where the wiki is: {@code http://127.0.0.1:port}. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Stops the wiki; what is in it stays. */
  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      List<ProcessHandle> workers = running.descendants().toList();
      running.destroy();
      workers.forEach(ProcessHandle::destroy);
      running.onExit().orTimeout(10, TimeUnit.SECONDS).handle((done, late) -> null).join();
      running.destroyForcibly();
      workers.forEach(ProcessHandle::destroyForcibly);
      process = null;
    }
  }
}
