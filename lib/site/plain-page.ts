import type { Locale } from "@/messages/locales";

type Part = {
  locale: Locale;
  title: string;
  text: string;
  /** Where to go from here; null where nothing leads on. */
  link: { href: string; words: string } | null;
};

/** A page of words alone, for what is said before Next is asked, or instead of it. Where no language is known, several speak. */
export function plainPage(parts: readonly [Part, ...Part[]]): string {
  const [first] = parts;
  return `<!doctype html>
<html lang="${first.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${first.title}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; font: 17px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
</style>
</head>
<body>
<main>
${parts.map(section).join("\n")}
</main>
</body>
</html>
`;
}

function section({ locale, title, text, link }: Part): string {
  const leads = link ? `\n<p><a href="${link.href}">${link.words}</a></p>` : "";
  return `<section lang="${locale}">\n<h1>${title}</h1>\n<p>${text}</p>${leads}\n</section>`;
}
