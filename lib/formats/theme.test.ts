import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { palette } from "./theme";

const css = readFileSync("app/globals.css", "utf8");

test("what is drawn has the colours of the pages", () => {
  for (const [name, colour] of Object.entries(palette))
    expect(css).toContain(`--color-${name}: ${colour};`);
});
