/** The rules that read what an item is to reach. */
export const targetRules = ["level", "change", "count"] as const;
