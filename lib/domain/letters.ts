/** 意见建议, 我要纠错 */
export const letterKinds = ["suggestion", "correction"] as const;
export type LetterKind = (typeof letterKinds)[number];
