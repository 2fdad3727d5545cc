/** Chinese at the root, English under /en: the address decides, so that a link means the same to everybody. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "zh-CN";

/** A path of ours as it is addressed in a language. */
export function localePath(locale: string, path: string): string {
  if (locale === defaultLocale) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The language that an address is in. */
export function localeOf(path: string): Locale {
  return locales.find((locale) => locale === path.split("/")[1]) ?? defaultLocale;
}
