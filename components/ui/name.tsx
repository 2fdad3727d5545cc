import { useLocale } from "next-intl";
import { defaultLocale, nameIn } from "@/messages/locales";

/**
 * What a task, a plan or a unit is called: in English on an English page where it has been translated, else in Chinese, and
 * marked by the language that it is in. That such a name is a translation is said at the foot of the page.
 */
export function Name({ name, english }: { name: string; english?: string | null }) {
  const locale = useLocale();
  if (locale === defaultLocale || english) return nameIn(locale, name, english);
  return <span lang="zh-CN">{name}</span>;
}
