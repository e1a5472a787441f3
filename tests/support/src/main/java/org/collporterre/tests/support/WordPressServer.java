package org.collporterre.tests.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real WordPress with SQLite on a free port of this machine, with users of several roles and a
 * site in French; {@code .ci/cms-servers} prepares what it is made of. Its programs are shared, its
 * content and database are its own.
 */
public final class WordPressServer implements AutoCloseable {
  /** Who may sign in. */
  public enum User {
    /** May do all. */
    ADMIN,
    /** May publish and change what anyone has written. */
    EDITOR,
    /** May publish and change what is their own. */
    AUTHOR,
    /** Another author. */
    OTHER;

    /** Returns the name to sign in with. */
    public String login() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the password of the page to sign in with; not that of programs. */
    public String password() {
      return "essai-" + login();
    }
  }

  private static final int WORKERS = 4;

  private final Path site;
  private final int port;
  private final Map<String, String> applicationPasswords = new HashMap<>();
  private @Nullable Process server;

  private WordPressServer(Path site, int port) {
    this.site = site;
    this.port = port;
  }

  /**
   * Makes a new site and starts it; where PHP or WordPress are not there, skips the test and says
   * so.
   */
  public static WordPressServer create() throws IOException, InterruptedException {
    Path programs = programs();
    if (programs == null || !hasPhp()) {
      String message = "Skipped, no PHP or no WordPress (.ci/cms-servers prepares them)";
      System.out.println(message);
      abort(message);
      throw new IllegalStateException(message);
    }
    WordPressServer made =
        new WordPressServer(Files.createTempDirectory("wordpress"), JavaProgram.freePort());
    Runtime.getRuntime().addShutdownHook(new Thread(made::close));
    made.lay(programs);
    for (String line : made.php("install.php").lines().toList()) {
      String[] cells = line.split("\t", -1);
      made.applicationPasswords.put(cells[0], cells[1]);
    }
    // The installation looks for translations on the network, in vain.
    Files.deleteIfExists(made.site.resolve("debug.log"));
    made.start();
    return made;
  }

  private static @Nullable Path programs() {
    String told =
        System.getProperty("collporterre.wordpress", System.getenv("COLLPORTERRE_WORDPRESS"));
    String cache = System.getenv("XDG_CACHE_HOME");
    Path kept = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    Path programs =
        told == null ? kept.resolve("collporterre/servers/wordpress-6.5.5") : Path.of(told);
    return Files.exists(programs.resolve("wp-load.php")) ? programs.toAbsolutePath() : null;
  }

  private static boolean hasPhp() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("php", "-r", "exit(extension_loaded('pdo_sqlite') ? 0 : 1);").start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void lay(Path programs) throws IOException {
    try (Stream<Path> files = Files.list(programs)) {
      for (Path file : files.toList()) {
        if (!file.endsWith("wp-content") && !file.endsWith("wp-config.php")) {
          Files.createSymbolicLink(site.resolve(file.getFileName()), file);
        }
      }
    }
    Path content = Files.createDirectories(site.resolve("wp-content"));
    Files.createDirectories(content.resolve("plugins"));
    Path always = Files.createDirectories(content.resolve("mu-plugins"));
    Path shared = programs.resolve("wp-content");
    for (String name : List.of("themes", "languages", "mu-plugins/sqlite-database-integration")) {
      if (Files.exists(shared.resolve(name))) {
        Files.createSymbolicLink(content.resolve(name), shared.resolve(name));
      }
    }
    for (String name : List.of("wp-config.php", "router.php", "run.php", "install.php")) {
      lay(name, site);
    }
    lay("db.php", content);
    lay("quiet.php", always);
  }

  private static void lay(String name, Path folder) throws IOException {
    try (InputStream in = WordPressServer.class.getResourceAsStream("/wordpress/" + name)) {
      Files.copy(Objects.requireNonNull(in), folder.resolve(name));
    }
  }

  private ProcessBuilder command(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(site.toFile());
    builder.environment().put("WORDPRESS_URL", url());
    builder.environment().put("PHP_CLI_SERVER_WORKERS", Integer.toString(WORKERS));
    return builder;
  }

  private String php(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("php", "-d", "memory_limit=512M"));
    command.addAll(List.of(words));
    Path errors = site.resolve("errors.log");
    Process process = command(command).redirectError(errors.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("PHP says: " + said + Files.readString(errors));
    }
    return said;
  }

  /** Starts it again, at the same address and with what it knew. */
  public void start() throws IOException, InterruptedException {
    List<String> words =
        List.of(
            "php",
            "-d",
            "memory_limit=512M",
            "-d",
            "opcache.revalidate_freq=0",
            "-d",
            "post_max_size=64M",
            "-S",
            "127.0.0.1:" + port,
            "-t",
            site.toString(),
            site.resolve("router.php").toString());
    Process process =
        command(words)
            .redirectErrorStream(true)
            .redirectOutput(site.resolve("server.log").toFile())
            .start();
    server = process;
    for (int i = 0; i < 200 && !answers(); i++) {
      if (!process.isAlive()) {
        throw new IOException("The server ended: " + Files.readString(site.resolve("server.log")));
      }
      Thread.sleep(50);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops it; its content is kept, and nobody answers at its address. */
  public void stop() {
    Process process = server;
    if (process == null) {
      return;
    }
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroy();
    workers.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.forEach(ProcessHandle::destroyForcibly);
    server = null;
  }

  /** Returns the address of the site, without a slash at its end. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Returns the password of programs that a user has, for HTTP Basic beside {@link User#login}. */
  public String applicationPassword(User user) {
    return Objects.requireNonNull(applicationPasswords.get(user.login()));
  }

  /** Returns the value of the header {@code Authorization} for a user's programs. */
  public String authorization(User user) {
    String pair = user.login() + ":" + applicationPassword(user);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the folder of plugins. */
  public Path pluginFolder() {
    return site.resolve("wp-content/plugins");
  }

  /** Copies the folder of a plugin, whose main file has the folder's name, and activates it. */
  public void installPlugin(Path folder) throws IOException, InterruptedException {
    String name = folder.getFileName().toString();
    copy(folder, pluginFolder().resolve(name));
    run(
        """
        $found = activate_plugin( '%1$s/%1$s.php' );
        if ( is_wp_error( $found ) ) { throw new Exception( $found->get_error_message() ); }
        """
            .formatted(name));
    // The addresses of a plugin's own kinds of pages are known one request later.
    run("flush_rewrite_rules();");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Returns what a piece of PHP prints that is run in the site, as its administrator. */
  public String run(String code) throws IOException, InterruptedException {
    Path file = Files.createTempFile(site, "piece", ".php");
    Files.writeString(file, "<?php\n" + code);
    return php("run.php", file.toString());
  }

  /**
   * Returns what PHP has complained of since the site was made, a line each; not that the site of
   * WordPress can't be reached, which the administration asks for news.
   */
  public List<String> complaints() throws IOException {
    Path log = site.resolve("debug.log");
    List<String> lines = new ArrayList<>(Files.exists(log) ? Files.readAllLines(log) : List.of());
    lines.removeIf(line -> line.contains("Something may be wrong with WordPress.org"));
    return lines;
  }

  /** Stops it and deletes the site. */
  @Override
  public void close() {
    stop();
    try {
      delete(site);
    } catch (IOException e) {
      System.out.println("Not deleted: " + e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    // Links are deleted, not followed.
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
