import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { seal, unseal } from "./seal";

const keys = () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
  };
};

it("only the holder of the key reads what was sealed, and a sealed secret never looks the same", () => {
  const [ours, others] = [keys(), keys()];
  const secret = "密码 with spaces / 190".padEnd(180, "x");
  const sealed = seal(secret, ours.publicKey);
  expect(sealed).not.toContain(secret);
  expect(seal(secret, ours.publicKey)).not.toBe(sealed);
  expect(unseal(sealed, ours.privateKey)).toBe(secret);
  expect(() => unseal(sealed, others.privateKey)).toThrow();
});
