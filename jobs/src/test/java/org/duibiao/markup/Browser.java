package org.duibiao.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Chromium without a window and without a network, spoken to by the DevTools protocol.
 *
 * <p>Selenium would hide little of that: the console, the requests, the keys, the phone and the
 * printing are commands of this protocol there too, and it would bring its own Guava, Byte Buddy
 * and OpenTelemetry onto the class path on which Spark is tested.
 */
public final class Browser implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final int PATIENCE = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, BrowserTab> tabs = new ConcurrentHashMap<>();

  private Browser(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Messages())
            .orTimeout(PATIENCE, TimeUnit.SECONDS)
            .join();
  }

  /**
   * A new one; the test is skipped where Chromium is not on the path.
   *
   * @param profile an empty folder that it may fill
   */
  public static Browser start(Path profile) throws IOException, InterruptedException {
    Optional<Path> chromium = installed();
    assumeTrue(chromium.isPresent(), "skipped: there is no chromium on the PATH");
    Process process =
        new ProcessBuilder(
                chromium.orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars",
                "--lang=zh-CN",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log.txt").toFile())
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE * 20; i++) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() == 2) {
        return new Browser(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
      }
      assertThat(process.isAlive()).as("chromium runs").isTrue();
      Thread.sleep(50);
    }
    process.destroyForcibly();
    throw new IOException("chromium does not answer");
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(n -> Path.of(folder, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A new, empty tab. */
  public BrowserTab tab() {
    ObjectNode blank = JSON.createObjectNode().put("url", "about:blank");
    String target = send(null, "Target.createTarget", blank).path("targetId").asText();
    ObjectNode attach = JSON.createObjectNode().put("targetId", target).put("flatten", true);
    String session = send(null, "Target.attachToTarget", attach).path("sessionId").asText();
    BrowserTab tab = new BrowserTab(this, session);
    tabs.put(session, tab);
    tab.listen();
    return tab;
  }

  /** Asks, and waits for the answer. */
  JsonNode send(String session, String method, ObjectNode parameters) {
    CompletableFuture<JsonNode> answer = post(session, method, parameters);
    JsonNode message = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    if (message.has("error")) {
      throw new AssertionError(method + ": " + message.get("error"));
    }
    return message.path("result");
  }

  private CompletableFuture<JsonNode> post(String session, String method, ObjectNode parameters) {
    int id = ids.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    synchronized (socket) {
      socket.sendText(message.toString(), true).join();
    }
    return answer;
  }

  @Override
  public void close() throws InterruptedException {
    post(null, "Browser.close", JSON.createObjectNode());
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    socket.abort();
  }

  private final class Messages implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        String whole = text.toString();
        text.setLength(0);
        try {
          receive(JSON.readTree(whole));
        } catch (IOException e) {
          onError(from, e);
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      waiting.values().forEach(each -> each.completeExceptionally(error));
    }

    private void receive(JsonNode message) {
      if (message.has("id")) {
        waiting.remove(message.get("id").asInt()).complete(message);
        return;
      }
      BrowserTab tab = tabs.get(message.path("sessionId").asText());
      if (tab == null) {
        return;
      }
      String method = message.path("method").asText();
      tab.happened(method, message.path("params"));
      if (method.equals("Page.javascriptDialogOpening")) {
        // An alert would hold everything up.
        post(
            message.path("sessionId").asText(),
            "Page.handleJavaScriptDialog",
            JSON.createObjectNode().put("accept", false));
      }
    }
  }
}
