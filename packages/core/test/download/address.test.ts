import { expect, it } from "vitest";
import { isPrivateHost, refusalOf } from "../../src/download/address.js";

it.each([
  ...["127.0.0.1", "127.9.9.9", "0.0.0.0", "0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "169.254.169.254"],
  ...[
    "172.16.0.1",
    "172.31.9.9",
    "192.168.1.1",
    "192.0.0.8",
    "198.18.0.1",
    "198.19.0.1",
    "224.0.0.1",
    "255.255.255.255",
  ],
  // Other spellings of 127.0.0.1 and 169.254.169.254.
  ...["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0xA9FEA9FE", "１２７.0.0.1"],
  ...["localhost", "LOCALHOST", "localhost.", "a.localhost", "printer.local", "metadata.google.internal"],
  ...["metadata", "metadata.", "redis", "nas.home.arpa"],
  ...["[::]", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[fc00::1]", "[fd12:3456::1]"],
  ...[
    "[fe80::1]",
    "[febf::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[64:ff9b::10.0.0.1]",
    "[2002:7f00:1::]",
    "[2002:c0a8:101::1]",
  ],
])("%s is this machine or a private network", (host) => {
  expect(isPrivateHost(new URL(`http://${host}/`))).toBe(true);
});

it.each([
  ...["1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.0.1", "100.128.0.1", "169.253.0.1", "172.15.0.1", "172.32.0.1"],
  ...["192.167.0.1", "192.169.0.1", "192.0.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "8.8.8.8"],
  ...[
    "cdn.acme.test",
    "localhost.acme.test",
    "10.acme.test",
    "127.0.0.1.acme.test",
    "notlocalhost.test",
    "internal.acme.test",
  ],
  ...["[2606:4700::1111]", "[::ffff:8.8.8.8]", "[64:ff9b::8.8.8.8]", "[2002:808:808::1]", "[2001:db8::7f00:1]"],
])("%s is public", (host) => {
  expect(isPrivateHost(new URL(`http://${host}/`))).toBe(false);
});

it.each([
  ["ftp://cdn.acme.test/a.mp4", {}, "is ftp: and not http(s)"],
  ["file:///etc/passwd", {}, "is file: and not http(s)"],
  ["blob:https://cdn.acme.test/a", {}, "is blob: and not http(s)"],
  ["https://me:pw@cdn.acme.test/a.mp4", {}, "holds a user name or a password"],
  ["https://me@cdn.acme.test/a.mp4", {}, "holds a user name or a password"],
  ["http://cdn.acme.test/a.mp4", { isAfterTls: true }, "leaves https for http"],
  ["http://10.0.0.1/a.mp4", {}, "is on this machine or in a private network"],
  ["http://cdn.acme.test/a.mp4", {}, undefined],
  ["https://cdn.acme.test/a.mp4", { isAfterTls: true }, undefined],
  ["http://10.0.0.1/a.mp4", { allowPrivateHosts: true }, undefined],
])("%s %j: %s", (url, rules, refusal) => {
  const told = refusalOf(new URL(url), { allowPrivateHosts: false, ...rules });
  if (refusal === undefined) expect(told).toBeUndefined();
  else expect(told).toContain(refusal);
});
