package org.collporterre.tests.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium without network. */
public final class Browser implements AutoCloseable {
  private static final List<String> CHROMIUM =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVER =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
  private static final String AXE = axe();

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts a browser; where none is installed, skips the test and says so. */
  public static Browser start() {
    String chromium = installed("collporterre.chromium", CHROMIUM);
    String service = installed("collporterre.chromedriver", DRIVER);
    if (chromium == null || service == null) {
      String message = "Skipped, no browser (Debian: apt install chromium chromium-driver)";
      System.out.println(message);
      abort(message);
      throw new IllegalStateException(message);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--disable-background-networking");
    options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.IGNORE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService driver =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(service))
            .usingAnyFreePort()
            .withTimeout(Duration.ofSeconds(60))
            .build();
    return new Browser(new ChromeDriver(driver, options));
  }

  private static @Nullable String installed(String property, List<String> usual) {
    String told = System.getProperty(property);
    List<String> places = told == null ? usual : List.of(told);
    return places.stream()
        .filter(place -> Files.isExecutable(Path.of(place)))
        .findFirst()
        .orElse(null);
  }

  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a file, with logs that begin there. */
  public void open(Path file) {
    open(file.toUri().toString());
  }

  /** Opens an address, with logs that begin there. */
  public void open(String address) {
    driver.get("about:blank");
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.get(address);
  }

  /** Shows pages on a screen of some size, in CSS pixels. */
  public void screen(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows pages to someone who wants them {@code dark} or {@code light}, and no motion. */
  public void look(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Lets pages run scripts, or not. */
  public void scripts(boolean run) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /** Returns what a script returns, which is run in the page. */
  public @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Returns the number that a script returns. */
  public long number(String script, Object... arguments) {
    return ((Number) Objects.requireNonNull(run(script, arguments))).longValue();
  }

  /** Returns the texts that a script returns. */
  public List<String> texts(String script) {
    List<?> texts = (List<?>) Objects.requireNonNull(run(script));
    return texts.stream().map(String::valueOf).toList();
  }

  /** Returns the first element that a selector finds. */
  public WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Returns the elements that a selector finds. */
  public List<WebElement> elements(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits until a condition holds in the page, five seconds at most. */
  public void await(String condition) throws InterruptedException {
    for (int i = 0;
        i < 100 && !Boolean.TRUE.equals(run("return Boolean(" + condition + ")"));
        i++) {
      Thread.sleep(50);
    }
  }

  /** Returns what the page has said in the console: errors, and refusals of its policy. */
  public List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /**
   * Returns the addresses that the page has asked for, beside itself, its own data and this
   * machine.
   */
  public List<String> requests() {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      String message = entry.getMessage();
      // What a script asks for names the script too, before the request.
      int url = message.indexOf("\"url\":\"", Math.max(0, message.indexOf("\"request\":{")));
      if (message.contains("\"Network.requestWillBeSent\"") && url >= 0) {
        addresses.add(message.substring(url + 7, message.indexOf('"', url + 7)));
      }
    }
    addresses.removeIf(
        address ->
            address.startsWith("file:")
                || address.startsWith("data:")
                || address.startsWith("blob:http://127.0.0.1:")
                || address.startsWith("http://127.0.0.1:"));
    return addresses;
  }

  /** Tells whether the page shows a dialog. */
  public boolean hasDialog() {
    try {
      driver.switchTo().alert().dismiss();
      return true;
    } catch (NoAlertPresentException e) {
      return false;
    }
  }

  /** Returns what axe finds against accessibility, a line each. */
  public List<String> violations() {
    return violations("html");
  }

  /** Returns what axe finds against accessibility in the elements of a selector, a line each. */
  public List<String> violations(String selector) {
    driver.executeScript(AXE);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run({include: [arguments[0]]}, {resultTypes: ['violations']}).then(
                result => done(result.violations.flatMap(
                    v => v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.failureSummary))),
                error => done([String(error)]));
            """,
            selector);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(Object::toString).toList();
  }

  /** Returns the page as it is printed, in PDF. */
  public byte[] print() {
    Object data =
        driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true)).get("data");
    return Base64.getDecoder().decode(Objects.requireNonNull(data).toString());
  }

  /** Returns a picture of a part of the page, in PNG. */
  public byte[] clip(int x, int y, int width, int height) {
    Map<String, Object> clip = Map.of("x", x, "y", y, "width", width, "height", height, "scale", 1);
    Object data =
        driver
            .executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "clip", clip))
            .get("data");
    return Base64.getDecoder().decode(Objects.requireNonNull(data).toString());
  }

  /** Returns what a command of the DevTools protocol answers. */
  public Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
