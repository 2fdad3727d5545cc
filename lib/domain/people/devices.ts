/** Names as their makers write them; the first that fits, for most pretend to be others as well. */
const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, "WeChat"],
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/\S+ .*\bSafari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\b(?:HarmonyOS|OpenHarmony)\b/, "HarmonyOS"],
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\b(?:Linux|CrOS)\b/, "Linux"],
];

/**
 * What a browser says it is, for its own person to know it again: "Chrome · Windows". No versions and no models. Null where
 * neither is told; many browsers of this country call themselves Chrome.
 */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const said = userAgent.slice(0, 500);
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(said))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(" · ") || null;
}
