package org.duibiao.markup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page in a {@link Browser}: what it shows, what it does to a key, and what goes wrong in it. */
public final class BrowserTab {

  private static final long PATIENCE_MILLIS = 60_000;

  /** Name, code of Windows, and the text that the key types. */
  private static final Map<String, Object[]> KEYS =
      Map.of(
          "Tab", new Object[] {9, null},
          "Enter", new Object[] {13, "\r"},
          "Escape", new Object[] {27, null},
          "ArrowRight", new Object[] {39, null},
          "ArrowDown", new Object[] {40, null});

  /**
   * Elements that go over the edge of the page or of their picture, or that hide a part of
   * themselves which nobody can scroll to. What a reader can scroll sideways is whole; what is
   * there for a screen reader alone is a pixel wide.
   */
  private static final String CUT =
      """
      (() => {
        const found = [];
        const width = document.documentElement.clientWidth;
        const scrolls = element => {
          for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
            if (!matchMedia('print').matches && /auto|scroll/.test(getComputedStyle(e).overflowX)) {
              return true;
            }
            if (e.clientWidth === 1) {
              return true;
            }
          }
          return false;
        };
        for (const element of document.body.querySelectorAll('*')) {
          const box = element.getBoundingClientRect();
          if (box.width <= 1 || box.height <= 1 || scrolls(element)) {
            continue;
          }
          const hides = getComputedStyle(element).overflowX;
          const cuts = matchMedia('print').matches ? hides !== 'visible' : /hidden|clip/.test(hides);
          const inner = element.closest('svg') ? 0 : element.scrollWidth - element.clientWidth;
          const svg = element.ownerSVGElement;
          const frame = svg ? svg.getBoundingClientRect() : {left: 0, right: width};
          if (box.right > Math.min(width, frame.right) + 1 || box.left < Math.max(0, frame.left) - 1
              || (cuts && inner > 1)) {
            found.push(element.tagName + '.' + element.getAttribute('class') + ' '
                + Math.round(box.left) + '-' + Math.round(box.right) + ' of ' + width + ': '
                + element.textContent.slice(0, 60));
          }
        }
        return found;
      })()\
      """;

  private final Browser browser;
  private final String session;
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private boolean runsScripts = true;

  BrowserTab(Browser browser, String session) {
    this.browser = browser;
    this.session = session;
  }

  void listen() {
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", node());
    }
  }

  void happened(String event, JsonNode what) {
    switch (event) {
      case "Network.requestWillBeSent" -> requests.add(what.at("/request/url").asText());
      case "Runtime.exceptionThrown" -> problems.add(what.toString());
      case "Page.javascriptDialogOpening" -> problems.add("dialog: " + what);
      case "Log.entryAdded" -> problems.add(what.at("/entry/text").asText());
      case "Runtime.consoleAPICalled" -> problems.add("console: " + what);
      default -> {}
    }
  }

  /** Errors, warnings and other words in the console, and dialogs, since it was opened. */
  public List<String> problems() {
    return problems;
  }

  /** The addresses that were asked for. */
  public List<String> requests() {
    return requests;
  }

  public BrowserTab go(Path file) {
    return go(file, "");
  }

  /**
   * Opens a file, and waits until all of it is laid out.
   *
   * @param hash what follows its name
   */
  public BrowserTab go(Path file, String hash) {
    send("Page.navigate", node().put("url", file.toUri() + hash));
    until("document.readyState === 'complete' && location.protocol === 'file:'");
    if (runsScripts) {
      until("document.querySelector('main.opening') === null");
    }
    return this;
  }

  public BrowserTab withoutScripts() {
    runsScripts = false;
    send("Emulation.setScriptExecutionDisabled", node().put("value", true));
    return this;
  }

  /** As on a screen of that width; a telephone's below 500 pixels. */
  public BrowserTab width(int pixels) {
    send(
        "Emulation.setDeviceMetricsOverride",
        node()
            .put("width", pixels)
            .put("height", 800)
            .put("deviceScaleFactor", 1)
            .put("mobile", pixels < 500));
    return this;
  }

  /** As on A4 with the margins that the page asks for. */
  public BrowserTab paper() {
    send("Emulation.setEmulatedMedia", node().put("media", "print"));
    return width((int) (184 * 96 / 25.4));
  }

  public byte[] pdf() {
    ObjectNode options = node().put("preferCSSPageSize", true).put("printBackground", true);
    return Base64.getDecoder().decode(send("Page.printToPDF", options).path("data").asText());
  }

  /** The value of an expression; of a promise, what it holds. */
  public JsonNode value(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            node()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /** What a reader sees of the first element that the selector finds. */
  public String text(String selector) {
    return value("document.querySelector(" + quoted(selector) + ").innerText").asText();
  }

  public boolean is(String expression) {
    return value("Boolean(" + expression + ")").asBoolean();
  }

  public BrowserTab until(String expression) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!is(expression)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + expression);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return this;
  }

  public BrowserTab press(String key) {
    Object[] known = KEYS.get(key);
    ObjectNode down =
        node().put("key", key).put("code", key).put("windowsVirtualKeyCode", (int) known[0]);
    ObjectNode up = down.deepCopy();
    down.put("type", known[1] == null ? "rawKeyDown" : "keyDown");
    if (known[1] != null) {
      down.put("text", (String) known[1]);
    }
    send("Input.dispatchKeyEvent", down);
    send("Input.dispatchKeyEvent", up.put("type", "keyUp"));
    return this;
  }

  /** Goes on by the tabulator until an element is reached. */
  public BrowserTab reach(String selector) {
    String reached = "document.activeElement.matches(" + quoted(selector) + ")";
    for (int i = 0; i < 60; i++) {
      if (is(reached)) {
        return this;
      }
      press("Tab");
    }
    throw new AssertionError("the tabulator does not reach " + selector);
  }

  public List<String> cut() {
    return strings(value(CUT));
  }

  /** What axe finds against the rules of WCAG 2.2, A and AA, and against its own good practice. */
  public List<String> violations() throws IOException {
    try (InputStream script = BrowserTab.class.getResourceAsStream("/axe.min.js")) {
      value(new String(script.readAllBytes(), StandardCharsets.UTF_8) + ";null");
    }
    return strings(
        value(
            """
            axe.run({}).then(found => found.violations.map(each => each.id + ': '
                + each.nodes.length + ' of ' + each.help + ', as '
                + each.nodes[0].html.slice(0, 300) + ' ' + (each.nodes[0].any[0] || {}).message))\
            """));
  }

  private static List<String> strings(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(each -> all.add(each.asText()));
    return all;
  }

  private static String quoted(String text) {
    return node().textNode(text).toString();
  }

  private static ObjectNode node() {
    return Browser.JSON.createObjectNode();
  }

  private JsonNode send(String method, ObjectNode parameters) {
    return browser.send(session, method, parameters);
  }
}
