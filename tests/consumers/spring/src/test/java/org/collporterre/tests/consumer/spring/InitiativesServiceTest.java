package org.collporterre.tests.consumer.spring;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.tests.support.JavaProgram;
import org.collporterre.tests.support.RecordService;
import org.collporterre.tests.support.RecordServiceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, with the versions that Spring Boot brings. */
class InitiativesServiceTest implements RecordServiceContract {
  @TempDir static Path folder;
  private static JavaProgram program;
  private static RecordService service;

  @BeforeAll
  static void starts() throws Exception {
    int port = JavaProgram.freePort();
    String path =
        Path.of("target", "classes").toAbsolutePath()
            + File.pathSeparator
            + Files.readString(Path.of("target", "runtime-path.txt")).strip();
    program =
        JavaProgram.start(
            folder,
            List.of("-cp", path, InitiativesApplication.class.getName(), "--server.port=" + port));
    program.awaits("Started InitiativesApplication");
    service = RecordService.at("http://127.0.0.1:" + port + "/initiatives");
  }

  @AfterAll
  static void stops() {
    program.close();
  }

  @Override
  public RecordService service() {
    return service;
  }
}
