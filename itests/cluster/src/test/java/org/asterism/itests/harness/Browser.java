package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium without a window. Everything that is looked for is waited for, up to a bound. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of(System.getProperty("asterism.screenshots"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    public Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--window-size=1400,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    /** Whether there is one on this machine. */
    public static boolean isThere() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    public Browser open(URI address) {
        driver.get(address.toString());
        return this;
    }

    /** What is seen at this place (a CSS selector) has this text in it. */
    public void awaitText(String place, String text) {
        await(text + " in " + place)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .untilAsserted(() -> assertThat(driver.findElements(By.cssSelector(place)))
                        .anySatisfy(element -> assertThat(element.getText()).contains(text)));
    }

    /** So many elements are there. */
    public void awaitCount(String selector, int count) {
        await(count + " of " + selector).atMost(PATIENCE).untilAsserted(() -> assertThat(elements(selector))
                .hasSize(count));
    }

    public List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Presses what is there, as soon as it can be pressed. */
    public void press(String selector) {
        await(selector + " can be pressed").atMost(PATIENCE).ignoreExceptions().until(() -> {
            driver.findElement(By.cssSelector(selector)).click();
            return true;
        });
    }

    public void type(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).sendKeys(text);
    }

    /** Moves a slider, as a person would. */
    public void slide(String selector, int value) {
        driver.executeScript(
                "const s = document.querySelector(arguments[0]); s.value = arguments[1];"
                        + " s.dispatchEvent(new Event('input'));",
                selector,
                value);
    }

    /** Kept with what the build makes, to be looked at. */
    public void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What scripts complained about. */
    public List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(entry -> entry.startsWith("SEVERE"))
                // what the page expects when nobody has logged in yet, and when the hub is away
                .filter(entry -> !entry.contains("401") && !entry.contains("ERR_CONNECTION") && !entry.contains("503"))
                .filter(entry ->
                        !entry.contains("ERR_INCOMPLETE_CHUNKED_ENCODING") && !entry.contains("ERR_EMPTY_RESPONSE"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
