import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lightColours, lightShapes, lights } from "@/lib/domain/tasks/lights";

const style = readFileSync("app/globals.css", "utf8");

test.each(lights)("the pages draw %s in the shape and colours of every other drawing", (light) => {
  const rule = style.split(`[data-light="${light}"] {`)[1]?.split("\n}")[0] ?? "";
  const { fill, edge, text, tint } = lightColours[light];
  const parts = [
    `d='${lightShapes[light]}'`,
    `fill='${fill.replace("#", "%23")}' stroke='${edge.replace("#", "%23")}'`,
    `--light: ${fill};`,
    `--light-edge: ${edge};`,
    `--light-text: ${text};`,
    `--light-tint: ${tint};`,
  ];
  for (const part of parts) expect(rule).toContain(part);
});
