import {
  constants,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
} from "node:crypto";

const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };

/** Seals a short secret (up to 190 bytes) so that only the worker can read it again; a sealed one tells nothing. */
export function seal(secret: string, publicKey: string): string {
  const key = createPublicKey({ key: fromBase64(publicKey), format: "der", type: "spki" });
  return publicEncrypt({ key, ...padding }, Buffer.from(secret)).toString("base64");
}

/** What was sealed. Throws when it was sealed for another key: the file of secrets was made anew since. */
export function unseal(sealed: string, privateKey: string): string {
  const key = createPrivateKey({ key: fromBase64(privateKey), format: "der", type: "pkcs8" });
  return privateDecrypt({ key, ...padding }, fromBase64(sealed)).toString();
}

const fromBase64 = (text: string) => Buffer.from(text, "base64");
