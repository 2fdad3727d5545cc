import { draftLimits } from "@/lib/domain/registrations/drafts";
import { TooLong } from "@/lib/imports/too-long";

/**
 * What is read of a PDF: pages, signs and pieces of text on all of them, and strokes. A draft holds half of the signs: page
 * numbers and heads are left out before they are counted for it.
 */
export const pdfLimits = {
  pages: 500,
  signs: 2 * draftLimits.text,
  items: 500_000,
  strokes: 60_000,
} as const;

/** More pages than that, or as much on fewer. */
export const tooMuch = () => new TooLong("pages", pdfLimits.pages);
/** More text than a draft holds. */
export const tooManySigns = () => new TooLong("signs", draftLimits.text);
