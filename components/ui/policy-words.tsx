import { useLocale } from "next-intl";

const chinese = /([\p{Script=Han}\u3000-\u303f\uff00-\uffef]+)/u;

/** A text on a page of another language with the Chinese in it marked as Chinese: names of units, plans and tasks. */
export function PolicyWords({ text }: { text: string }) {
  if (useLocale() === "zh-CN") return text;
  return text.split(chinese).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text have no other name.
      <span key={index} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
