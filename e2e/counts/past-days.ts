/** Days that public pages are asked for: the first of the demo's stories, one in their midst, the last before its own. */
export const pastDays = ["2024-04-01", "2024-05-01", "2024-06-11"] as const;
