import { readFileSync } from "node:fs";

// Read, not imported, and in plain JavaScript: it also speaks from the Node that is too old to parse the rest.
const file = new URL("../../messages/terminal.json", import.meta.url);
const catalog = JSON.parse(readFileSync(file, "utf8"));

/** What the terminal says under this key, such as "setup.upToDate", with its {placeholders} filled in. */
export function say(key, values = {}) {
  let text = catalog;
  for (const name of key.split(".")) text = Object(text)[name];
  if (typeof text !== "string") throw new Error(`messages/terminal.json has no ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`${key} is said without its {${name}}`);
    return values[name];
  });
}
