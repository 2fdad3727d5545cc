/** The theme colours of app/globals.css, for what is drawn outside a page. */
export const palette = {
  ink: "#1d2530",
  muted: "#505a5f",
  line: "#d5dade",
  paper: "#ffffff",
  wash: "#f5f7f9",
  brand: "#0b4f8a",
} as const;
