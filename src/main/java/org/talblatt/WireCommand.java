package org.talblatt;

import picocli.CommandLine.Command;

/** What agencies send. */
@Command(
    name = "wire",
    description = "Shows and takes in agency files: NewsML-G2 and dpa digitalwires.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {WireShowCommand.class, WireIngestCommand.class, WireCheckCommand.class})
final class WireCommand {}
