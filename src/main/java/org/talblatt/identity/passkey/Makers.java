package org.talblatt.identity.passkey;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who keeps a passkey, by the number that each maker gives its model (AAGUID). Only the common
 * ones: it is a first name for the list, which its owner may change.
 */
final class Makers {
  private static final Map<UUID, String> NAMES =
      Map.ofEntries(
          maker("fbfc3007-154e-4ecc-8c0b-6e020557d7bd", "Apple Passwörter"),
          maker("dd4ec289-e01d-41c9-bb89-70fa845d4bf2", "iCloud"),
          maker("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4", "Google Passwortmanager"),
          maker("adce0002-35bc-c60a-648b-0b25f1f05503", "Chrome, macOS"),
          maker("771b48fd-d3d4-4f74-9232-fc157ab0507a", "Edge, macOS"),
          maker("08987058-cadc-4b81-b6e1-30de50dcbe96", "Windows Hello"),
          maker("9ddd1817-af5a-4672-a2b9-3e3dd95000a9", "Windows Hello"),
          maker("6028b017-b1d4-4c02-b4b3-afcdafc96bb2", "Windows Hello"),
          maker("53414d53-554e-4700-0000-000000000000", "Samsung Pass"),
          maker("bada5566-a7aa-401f-bd96-45619a55120d", "1Password"),
          maker("d548826e-79b4-db40-a3d8-11116f7e8349", "Bitwarden"),
          maker("531126d6-e717-415c-9320-3d9aa6981239", "Dashlane"),
          maker("b84e4048-15dc-4dd0-8640-f4f60813c8af", "NordPass"),
          maker("0ea242b4-43c4-4a1b-8b17-dd6d0b6baec6", "Keeper"),
          maker("f3809540-7f14-49c1-a8b3-8f813b225541", "Enpass"),
          maker("50726f74-6f6e-5061-7373-50726f746f6e", "Proton Pass"),
          maker("fdb141b2-5d84-443e-8a35-4698c205a502", "KeePassXC"),
          maker("eaecdef2-1c31-5634-8639-f1cbd9c00a08", "KeePassDX"));

  private Makers() {}

  static Optional<String> name(UUID model) {
    return Optional.ofNullable(NAMES.get(model));
  }

  private static Map.Entry<UUID, String> maker(String model, String name) {
    return Map.entry(UUID.fromString(model), name);
  }
}
