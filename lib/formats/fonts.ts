import { join } from "node:path";

const folder = join(process.cwd(), "node_modules/@expo-google-fonts/noto-sans-sc");

/** Pictures and prints carry their own Chinese font (SIL OFL): a server may have none. */
export const regularFont = join(folder, "400Regular/NotoSansSC_400Regular.ttf");
export const boldFont = join(folder, "700Bold/NotoSansSC_700Bold.ttf");
export const fontFamily = "Noto Sans SC";
