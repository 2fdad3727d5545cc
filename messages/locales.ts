/** Chinese at the root, English under /en: the address decides, so that a link means the same to everybody. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "zh-CN";

/** A path of ours as it is addressed in a language. */
export function localePath(locale: string, path: string): string {
  if (locale === defaultLocale) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** What something is called in a language: its translation in English, where there is one. */
export function nameIn(locale: string, name: string, english: string | null | undefined): string {
  return locale === "en" && english ? english : name;
}

/** The language that a form, a row or a header names; ours where it names none that we have. */
export function toLocale(name: unknown): Locale {
  return locales.find((locale) => locale === name) ?? defaultLocale;
}

/** The language that an address is in. */
export function localeOf(path: string): Locale {
  return toLocale(path.split("/")[1]);
}

/** A path as it is in every language: without the part that says which. */
export function pathWithin(path: string): string {
  const locale = localeOf(path);
  return locale === defaultLocale ? path : path.slice(locale.length + 1) || "/";
}
