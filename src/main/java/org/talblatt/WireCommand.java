package org.talblatt;

import picocli.CommandLine.Command;

/** What agencies send. */
@Command(
    name = "wire",
    description = "Shows, checks and takes in agency files.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {WireShowCommand.class, WireIngestCommand.class, WireCheckCommand.class})
final class WireCommand {}
