package org.autotrainer.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window. Where the machine has none, who asks for it is skipped, aloud. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The driver warns of each Chromium that is newer than itself; held, or its level would be forgotten. */
    private static final Logger CHATTER = Logger.getLogger("org.openqa.selenium");

    static {
        CHATTER.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open(Path downloads) {
        Optional<File> chromium = NAMES.stream().flatMap(Browser::onThePath).findFirst();
        Optional<File> chromedriver = onThePath("chromedriver").findFirst();
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "skipped: this machine lacks a browser; on Debian: apt-get install chromium chromium-driver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.driver.manage().timeouts().scriptTimeout(PATIENCE);
        browser.command(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        return browser;
    }

    private static Stream<File> onThePath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute);
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /** A window as wide as that, in dark or light colours. */
    void look(int width, boolean dark) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        String scheme = dark ? "dark" : "light";
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Opens an address, from the start even if only its end differs. */
    void visit(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** What a script says. */
    Object says(String script, Object... arguments) {
        return driver.executeScript("return " + script, arguments);
    }

    /** What a script hands to its last argument. */
    Object saysLater(String script) {
        return driver.executeAsyncScript(script);
    }

    /** Waits until a script says yes. */
    void until(String script) {
        new WebDriverWait(driver, PATIENCE).withMessage(script).until(any -> Boolean.TRUE.equals(says(script)));
    }

    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(css)
                .until(any -> all(css).stream().findFirst().orElse(null));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What is written in the window. */
    String text() {
        return find("body").getText();
    }

    /** Presses a key wherever the focus is, and says what has it then: its name for those who hear it, or its text. */
    String press(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
        return focused();
    }

    String focused() {
        return String.valueOf(
                says("(e => e.getAttribute('aria-label') || e.id || e.textContent.trim())(document.activeElement)"));
    }

    void tab(int times) {
        for (int i = 0; i < times; i++) {
            press(Keys.TAB);
        }
    }

    /** What the console said since it was read last. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** The faults of accessibility that axe-core finds in the page as it is. */
    List<?> faults() {
        driver.executeScript(axe());
        return (List<?>) saysLater("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ["violations"] }).then(
                  (found) => done(found.violations.map((fault) => fault.impact + " " + fault.id + ": "
                    + fault.nodes.map((node) => node.target.join(" ") + " " + (node.any[0]?.message ?? "")).slice(0, 3).join("; "))),
                  (failed) => done(["axe failed: " + failed]));""");
    }

    private static String axe() {
        try (InputStream file = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new AssertionError("axe-core is not among the tests' libraries", failed);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
