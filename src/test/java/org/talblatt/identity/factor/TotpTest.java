package org.talblatt.identity.factor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes, keys, QR codes and recovery codes by themselves. */
class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(UTF_8);

  /** The vectors of RFC 6238, appendix B, for SHA-1, of which we show the last six digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    Instant moment = Instant.ofEpochSecond(second);
    assertThat(Totp.code(SECRET, Totp.step(moment))).isEqualTo(code);
    assertThat(Totp.matches(SECRET, code, moment)).hasValue(Totp.step(moment));
  }

  @Test
  void aCodeCountsHalfAMinuteBeforeAndAfterItsTime() {
    Instant now = Instant.ofEpochSecond(1111111111);
    String code = Totp.code(SECRET, Totp.step(now));
    assertThat(Totp.matches(SECRET, code, now.plusSeconds(30))).isPresent();
    assertThat(Totp.matches(SECRET, code, now.minusSeconds(30))).isPresent();
    assertThat(Totp.matches(SECRET, code, now.plusSeconds(60))).isEmpty();
    assertThat(Totp.matches(SECRET, code, now.minusSeconds(60))).isEmpty();
    assertThat(Totp.matches(SECRET, "", now)).isEmpty();
  }

  @Test
  void theKeyIsBase32AsAppsTakeIt() {
    TotpSecret secret = TotpSecret.of(SECRET);
    assertThat(secret.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(secret.readable()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(secret.address("Das Blatt", "Änne & Co"))
        .isEqualTo(
            "otpauth://totp/Das%20Blatt%3A%C3%84nne%20%26%20Co"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Das%20Blatt");
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(TotpSecret.of(SECRET).toString()).isEqualTo("TotpSecret[***]");
    assertThat(RecoveryCode.typed("ABCD").toString()).isEqualTo("RecoveryCode[***]");
    assertThat(QrCode.of("geheim").toString()).isEqualTo("QrCode[***]");
  }

  @Test
  void theQrCodeReadsAsItsText() throws Exception {
    String address = TotpSecret.of(SECRET).address("Das Blatt", "N.G.");
    QrCode code = QrCode.of(address);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture(code)))))
        .extracting(com.google.zxing.Result::getText)
        .isEqualTo(address);
  }

  @Test
  void recoveryCodesAreReadHoweverTheyAreTyped() {
    List<RecoveryCode> fresh = RecoveryCode.fresh(new SecureRandom());
    assertThat(new HashSet<>(fresh)).hasSize(10);
    for (RecoveryCode code : fresh) {
      assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
      String typed = " " + code.text().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
      assertThat(RecoveryCode.typed(typed.replace('0', 'o').replace('1', 'l')).hash())
          .isEqualTo(code.hash());
    }
    assertThat(RecoveryCode.typed("ABCD").complete()).isFalse();
  }

  /** The path drawn again, eight dots for each module. */
  private static LuminanceSource picture(QrCode code) {
    Set<Integer> dark = new HashSet<>();
    Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
        .matcher(code.path())
        .results()
        .forEach(
            square ->
                dark.add(
                    Integer.parseInt(square.group(2)) * code.size()
                        + Integer.parseInt(square.group(1))));
    int side = code.size() * 8;
    return new LuminanceSource(side, side) {
      @Override
      public byte[] getRow(int y, byte @org.jspecify.annotations.Nullable [] row) {
        byte[] line = new byte[side];
        for (int x = 0; x < side; x++) {
          line[x] = (byte) (dark.contains(y / 8 * code.size() + x / 8) ? 0 : 255);
        }
        return line;
      }

      @Override
      public byte[] getMatrix() {
        byte[] all = new byte[side * side];
        for (int y = 0; y < side; y++) {
          System.arraycopy(getRow(y, null), 0, all, y * side, side);
        }
        return all;
      }
    };
  }
}
