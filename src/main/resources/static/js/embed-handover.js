// The login window's last step: the page that opened it gets the code, if it is of the origin that the
// reader said yes to; the browser gives it to no other.
const { code, origin, nonce } = document.getElementById("uebergabe").dataset;
if (window.opener) {
  window.opener.postMessage({ talblatt: "code", code, nonce }, origin);
  window.close();
}
