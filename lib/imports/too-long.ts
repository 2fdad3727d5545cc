import { type Refusal, refuse } from "@/lib/domain/refusals";

/** More paragraphs and cells than any document has that somebody could read; a page of one holds some forty. */
export const mostBlocks = 200_000;

/** Thrown where a reader finds more than that. */
export class TooLong extends Error {}

/** The refusal that an error of a reader comes to: too much in the file, or nothing that could be read to its end. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof TooLong
    ? refuse("file_too_long", { params: { most: "pages", count: mostBlocks / 40 } })
    : refuse("file_damaged");
}
