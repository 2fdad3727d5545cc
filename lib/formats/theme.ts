import { join } from "node:path";

/** The theme colours of app/globals.css, for what is drawn outside a page. */
export const palette = {
  ink: "#1d2530",
  muted: "#505a5f",
  line: "#d5dade",
  paper: "#ffffff",
  wash: "#f5f7f9",
  brand: "#0b4f8a",
} as const;

const folder = join(process.cwd(), "node_modules/@expo-google-fonts/noto-sans-sc");

/** Pictures and prints carry their own Chinese font (SIL OFL): a server may have none. */
export const regularFont = join(folder, "400Regular/NotoSansSC_400Regular.ttf");
export const boldFont = join(folder, "700Bold/NotoSansSC_700Bold.ttf");
export const fontFamily = "Noto Sans SC";
