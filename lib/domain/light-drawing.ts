import type { Light } from "./lights";

/** A shape for each light, as a path in a square of 16: the colour alone must never have to say it. */
export const lightShapes: Record<Light, string> = {
  grey: "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M5 8h6",
  green: "M3 3l11 5l-11 5z",
  blue: "M2 8l4 5l8 -10l-8 6z",
  yellow: "M8 2l6.5 12h-13z",
  red: "M5 2h6l3 3v6l-3 3h-6l-3 -3v-6z",
  paused: "M3 3h3v10h-3zM10 3h3v10h-3z",
};

/** The colours of app/globals.css, for what is drawn outside a page. */
export const lightColours: Record<
  Light,
  { fill: string; edge: string; text: string; tint: string }
> = {
  grey: { fill: "#b1b4b6", edge: "#505a5f", text: "#505a5f", tint: "#f0f1f2" },
  green: { fill: "#4c8dca", edge: "#4c8dca", text: "#0b4f8a", tint: "#e3eef8" },
  blue: { fill: "#004d40", edge: "#004d40", text: "#00594c", tint: "#ddf1ec" },
  yellow: { fill: "#f2a900", edge: "#7a4b00", text: "#7a4b00", tint: "#fff0cc" },
  red: { fill: "#d4351c", edge: "#d4351c", text: "#a3161a", tint: "#fbe4e2" },
  paused: { fill: "#f0f1f2", edge: "#505a5f", text: "#505a5f", tint: "#f0f1f2" },
};
