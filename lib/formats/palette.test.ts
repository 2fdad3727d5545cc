import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lightColours } from "@/lib/domain/light-drawing";
import { lights } from "@/lib/domain/lights";
import { palette } from "./palette";

const css = readFileSync("app/globals.css", "utf8");

test("what is drawn has the colours of the pages", () => {
  for (const [name, colour] of Object.entries(palette))
    expect(css).toContain(`--color-${name}: ${colour};`);
});

test.each(lights)("the light %s has one set of colours everywhere", (light) => {
  const block = css.split(`[data-light="${light}"] {`)[1]?.split("}")[0] ?? "";
  const { fill, edge, text, tint } = lightColours[light];
  expect(block.replace(/\s+/g, " ").trim()).toBe(
    `--light: ${fill}; --light-edge: ${edge}; --light-text: ${text}; --light-tint: ${tint};`,
  );
});
