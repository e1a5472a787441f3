package org.collporterre.tests.consumer.payara;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.tests.support.JavaProgram;
import org.collporterre.tests.support.RecordService;
import org.collporterre.tests.support.RecordServiceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The war in a server of its own, with the APIs and providers that the server has. */
class InitiativesServerTest implements RecordServiceContract {
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

  @TempDir static Path folder;
  private static JavaProgram server;
  private static RecordService service;

  @BeforeAll
  static void starts() throws Exception {
    int port = JavaProgram.freePort();
    Path before = folder.resolve("before.asadmin");
    Files.writeString(before, "set " + LISTENER + ".address=127.0.0.1\n");
    server =
        JavaProgram.start(
            folder,
            List.of(
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                System.getProperty("collporterre.server"),
                "--noCluster",
                "--noHazelcast",
                "--disablePhoneHome",
                "--nested",
                "--prebootCommandFile",
                before.toString(),
                "--port",
                Integer.toString(port),
                "--contextRoot",
                "/",
                "--deploy",
                System.getProperty("collporterre.war")));
    server.awaits("ready in");
    service = RecordService.at("http://127.0.0.1:" + port + "/initiatives");
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @Override
  public RecordService service() {
    return service;
  }
}
