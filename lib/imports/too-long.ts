import { type Refusal, refuse } from "@/lib/domain/refusals";
import { draftLimits } from "@/lib/domain/registrations/drafts";

/** More paragraphs and cells than any document has that somebody could read; a page of one holds some forty. */
export const mostBlocks = 200_000;

/** Ten times what a draft holds: beyond that a text only takes memory before it is refused. */
export const mostSigns = 10 * draftLimits.text;

/** Throws where a text is longer than any that could become a draft. */
export function insistOnLength(signs: number): void {
  if (signs > mostSigns) throw new TooLong("signs", mostSigns);
}

/** Thrown where a reader finds more than that, or more than a reader of its own takes of pages, rows or signs. */
export class TooLong extends Error {
  constructor(
    readonly most: "pages" | "rows" | "signs" = "pages",
    readonly count: number = mostBlocks / 40,
  ) {
    super();
  }
}

/** The refusal that an error of a reader comes to: too much in the file, or nothing that could be read to its end. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof TooLong)) return refuse("file_damaged");
  const { most, count } = error;
  return refuse("file_too_long", { params: { most, count } });
}
