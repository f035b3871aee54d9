package org.talblatt;

import picocli.CommandLine.Command;

/** What other systems hold. */
@Command(
    name = "import",
    description = "Takes over what another system holds.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ImportCommentsCommand.class},
    footer = {
      "",
      "Exit codes: 0 done; 2 an option, a setting or the file's name is wrong; 4 the database can't",
      "be used; 5 done, but lines were refused.",
      "",
      "Examples:",
      "  talblatt import comments old.jsonl --source wordpress --dry-run",
      "  talblatt import comments old.jsonl --source wordpress",
      "",
      "The format: docs/import.md"
    })
final class ImportCommand {}
