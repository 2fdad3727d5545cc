import type { PackagePolicy } from "@/lib/submissions/evidence/open-xml-check";
import { type PackageCaps, packageCaps } from "@/lib/submissions/evidence/open-xml-package";

/** Long texts that say much the same in the same words, and rows that are much alike, pack better than most. */
const caps: PackageCaps = { ...packageCaps, entryBytes: 100 * 1024 * 1024, ratio: 200 };

/**
 * Of a Word or Excel file only the text is taken and the file is thrown away: the template that most offices attach, a linked
 * picture or an embedded table is left alone, and nobody is asked to take it out. Macros, passwords and bombs are refused.
 */
export const officePolicy = {
  caps,
  allowed: ["remote", "embedded"],
} as const satisfies PackagePolicy;
