package org.talblatt.notification.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.PushSettings;
import org.talblatt.platform.SettingValues;

/** Messages that one browser can read, and where they may go. */
class SealingTest {
  /** Appendix A of RFC 8291. */
  @Test
  void theExampleOfTheStandardComesOutToTheLastByte() throws Exception {
    ECPublicKey receiver =
        Point.key(
            bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"));
    ECPublicKey sender =
        Point.key(
            bytes(
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"));
    PrivateKey own =
        KeyFactory.getInstance("EC")
            .generatePrivate(
                new ECPrivateKeySpec(
                    new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")),
                    sender.getParams()));
    byte[] sealed =
        Sealing.seal(
            Sealing.delimited("When I grow up, I want to be a watermelon".getBytes(UTF_8)),
            receiver,
            bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            new KeyPair(sender, own),
            bytes("DGv6ra1nlYgDCS1FRnbzlw"));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 1000, 3000})
  void whateverIsSealedIsReadAndItsLengthSaysLittle(int length) throws Exception {
    TestDevice device = TestDevice.at("https://push.example");
    String text = "ö".repeat(length / 2) + "x".repeat(length % 2);
    byte[] sealed =
        Sealing.seal(
            text.getBytes(UTF_8),
            (ECPublicKey) device.keys().getPublic(),
            device.secret(),
            new SecureRandom());
    assertThat(device.open(sealed)).isEqualTo(text);
    assertThat(sealed.length).isLessThanOrEqualTo(4096);
    assertThat((sealed.length - 86 - 16) % 256).isZero();
  }

  @Test
  void aPointBesideTheCurveIsNoKey() throws Exception {
    byte[] point = bytes(TestDevice.at("https://push.example").p256dh());
    assertThat(Point.bytes(Point.key(point))).isEqualTo(point);
    point[40] ^= 1;
    assertThatThrownBy(() -> Point.key(point)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Point.key(new byte[65])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Point.key(new byte[3])).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://fcm.googleapis.com/fcm/send/x, true",
    "https://updates.push.services.mozilla.com/wpush/v2/x, true",
    "https://web.push.apple.com/x, true",
    "https://wns2-par02p.notify.windows.com/w/?token=x, true",
    "http://fcm.googleapis.com/x, false",
    "https://fcm.googleapis.com:8443/x, false",
    "https://fcm.googleapis.com.evil.example/x, false",
    "https://evilpush.apple.com/x, false",
    "https://push.apple.com/x, false",
    "https://a@web.push.apple.com/x, false",
    "https://127.0.0.1/x, false",
    "mailto:a@fcm.googleapis.com, false"
  })
  void messagesGoToTheServicesThatAreNamed(String endpoint, boolean allowed) {
    PushSettings usual = SettingValues.of(Map.of(), false).push();
    assertThat(usual.allows(URI.create(endpoint))).isEqualTo(allowed);
  }

  @Test
  void theListOfServicesIsCheckedAndCanBeEmpty() {
    assertThat(SettingValues.of(Map.of("push-services", "none"), false).push().services())
        .isEmpty();
    for (String wrong :
        new String[] {"https://a.example", "*", "a b", "a.example,", "*.*.example"}) {
      assertThatThrownBy(() -> SettingValues.of(Map.of("push-services", wrong), false))
          .as(wrong)
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("push-services");
    }
    assertThatThrownBy(() -> SettingValues.of(Map.of("push-inside", "ja"), false))
        .hasMessageContaining("push-inside");
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
