import { makeMailKey, sealKeyOf } from "@/scripts/setup/secrets.mjs";

/** Gives this process a mail key of its own, both halves, as the site and the worker have them. Returns the worker's. */
export function setMailKey(): string {
  const key = makeMailKey();
  Object.assign(process.env, { MAIL_KEY: key, MAIL_SEAL_KEY: sealKeyOf(key) });
  return key;
}
