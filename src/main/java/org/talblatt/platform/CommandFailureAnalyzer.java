package org.talblatt.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that was refused in words needs no stack trace on the console: the command says it. */
class CommandFailureAnalyzer extends AbstractFailureAnalyzer<CommandFailure> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, CommandFailure refused) {
    return new FailureAnalysis(String.valueOf(refused.getMessage()), null, refused);
  }
}
