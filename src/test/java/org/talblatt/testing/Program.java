package org.talblatt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as its own process, started as a person starts it. Killed at the end at the latest.
 */
public final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Process process;
  private final Path output;
  private final int port;

  private Program(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** Runs a command. */
  public static Program run(String... words) throws IOException {
    return start(0, List.of(words));
  }

  /** Serves a paper. */
  public static Program serve(Path data, int port) throws IOException {
    dataFolder(data);
    return start(
        port, List.of("serve", "--data", data.toString(), "--port", Integer.toString(port)));
  }

  /** Makes a data folder that shares its PostgreSQL's programs with the others of this build. */
  public static Path dataFolder(Path data) throws IOException {
    Path shared = Files.createDirectories(Path.of("target/postgres-programs")).toAbsolutePath();
    Files.createDirectories(data);
    Path link = data.resolve("postgres-programs");
    if (!Files.isSymbolicLink(link)) {
      Files.createSymbolicLink(link, shared);
    }
    return data;
  }

  private static Program start(int port, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "org.talblatt.Talblatt"));
    command.addAll(words);
    Path output = Files.createTempFile("talblatt-program", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Program(process, output, port);
  }

  /** Waits until pages are served. */
  public void awaitReady() throws Exception {
    Wait.until(PATIENCE, () -> answers() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException("did not start:\n" + String.join("\n", said()));
    }
  }

  /** Whether the front page is there. */
  public boolean answers() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(
                  HttpRequest.newBuilder(url("/")).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a path. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What it wrote to the console, line by line. */
  public List<String> said() {
    try {
      return Files.readAllLines(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks it to stop, as a service manager does. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it without a chance to do anything more. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Waits for its end. */
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running:\n" + String.join("\n", said()));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      process.destroy();
      exitCode();
    }
    Files.delete(output);
  }

  /** A port that nobody listens on. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
