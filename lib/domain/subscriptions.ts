import { z } from "zod";
import { codeSchema, slugSchema } from "./inputs";

/** What can be followed by mail. */
export const followedKinds = ["task", "plan", "unit"] as const;
export type FollowedKind = (typeof followedKinds)[number];
/** A task's or a unit's code, or a plan's slug. */
export type Followed = { kind: FollowedKind; target: string };

/** What an address asks to follow; whether it is there is another question. */
export const followedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("task"), target: codeSchema }),
  z.object({ kind: z.literal("plan"), target: slugSchema }),
  z.object({ kind: z.literal("unit"), target: slugSchema }),
]);

/** The page of what is followed. */
export function followedPath({ kind, target }: Followed): string {
  return `/${kind}s/${target}`;
}
