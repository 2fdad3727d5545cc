import type { PartWarning } from "@/lib/imports/canonical";

/** What a paragraph leaves out, by why: its words come together until the paragraph ends. */
export function leftOut(warnings: PartWarning[]) {
  const open: { code: PartWarning["code"]; words: string }[] = [];
  return {
    add(code: PartWarning["code"], words: string) {
      const last = open.at(-1);
      if (last?.code === code) last.words += words;
      else open.push({ code, words });
    },
    /** The warnings of a paragraph of this part, where there were words. */
    flush(part: number) {
      for (const { code, words } of open.splice(0))
        if (words.trim() !== "") warnings.push({ code, words, part });
    },
  };
}
