package org.collporterre.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.collporterre.cms.connect.SiteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in one line what kept the command from running, and gives exit code 2. */
record Failures(Session session) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  static Failures of(Session session) {
    return new Failures(session);
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    if (arguments.length == 0) {
      command.usage(session.shell().err());
      return Exit.FAILED;
    }
    say(misuse(e));
    String name = command.getCommandSpec().qualifiedName();
    session.shell().err().println(text("hint.help", name));
    return Exit.FAILED;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    return tell(e);
  }

  /** Tells what went wrong while the command ran; not what is only due to its being interrupted. */
  int tell(Throwable e) {
    if (Interruption.isEnding() && !session.shell().isDebugging()) {
      return Exit.INTERRUPTED;
    }
    say(reason(e));
    if (session.shell().isDebugging()) {
      e.printStackTrace(session.shell().err());
    }
    return Exit.FAILED;
  }

  void unwritable() {
    say(text("failure.output"));
  }

  private void say(String line) {
    session.shell().err().println(text("failure.line", line));
  }

  private String misuse(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      String key = unmatched.isUnknownOption() ? "misuse.option" : "misuse.argument";
      List<String> near = unmatched.getSuggestions();
      return text(key, first) + (near.isEmpty() ? "" : text("misuse.near", near.get(0)));
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return text("misuse.missing", name(missing.getMissing().get(0)));
    }
    ArgSpec option = e.getArgSpec();
    if (e.getCause() instanceof TypeConversionException words && option != null) {
      return text("misuse.value", name(option), e.getValue(), String.valueOf(words.getMessage()));
    }
    String message = String.valueOf(e.getMessage());
    return message.isEmpty() ? text("misuse.command") : message;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private String reason(Throwable e) {
    if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
      return reason(cause);
    } else if (e instanceof Misuse) {
      return String.valueOf(e.getMessage());
    } else if (e instanceof SiteException site) {
      return text("site." + site.reason().label(), site.detail());
    } else if (e instanceof NoSuchFileException missing) {
      return text("failure.missing", missing.getFile());
    } else if (e instanceof AccessDeniedException denied) {
      return text("failure.denied", denied.getFile());
    } else if (e instanceof FileSystemException file) {
      return text("failure.file", file.getFile(), or(file.getReason(), file));
    } else if (e instanceof IOException && !(e instanceof CharacterCodingException)) {
      return text("failure.io", or(e.getMessage(), e));
    } else if (e instanceof OutOfMemoryError) {
      return text("failure.memory");
    }
    return text("failure.unexpected", e.getClass().getName(), or(e.getMessage(), e));
  }

  private static String or(@Nullable String message, Throwable e) {
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\R.*", "");
  }

  private String text(String key, Object... arguments) {
    return session.phrases().text(key, arguments);
  }
}
