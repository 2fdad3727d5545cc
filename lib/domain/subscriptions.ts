/** What can be followed by mail. */
export const followedKinds = ["task", "plan", "unit"] as const;
export type FollowedKind = (typeof followedKinds)[number];
