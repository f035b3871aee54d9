package org.talblatt;

import picocli.CommandLine.Command;

/** What agencies send. */
@Command(
    name = "wire",
    description = "Reads agency files: NewsML-G2 and dpa digitalwires.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {WireShowCommand.class})
final class WireCommand {}
