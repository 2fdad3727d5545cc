import { z } from "zod";
import { letterKinds } from "@/lib/domain/letters/letters";
import { adjustmentChanges } from "@/lib/domain/submissions/contents";
import requests from "./data/demo-requests.json" with { type: "json" };
import demoWords from "./data/demo-words.json" with { type: "json" };

/** Days count from the demo's first day. */
const at = { code: z.string(), on: z.int().negative() };
const end = z.enum(["with_head", "with_supervisor", "with_admin", "approved"]);
const text = z.string().startsWith(demoWords.mark);

const requestSchema = z.discriminatedUnion("act", [
  z.strictObject({
    ...at,
    act: z.literal("extension"),
    /** The day asked for. */
    by: z.int(),
    end,
    reason: text,
    progress: text,
  }),
  z.strictObject({ ...at, act: z.literal("objection"), end, reason: text }),
  z.strictObject({
    ...at,
    act: z.literal("adjustment"),
    change: z.enum(adjustmentChanges),
    end,
    reason: text,
  }),
  z.strictObject({ ...at, act: z.literal("contribution"), unit: z.string(), end, progress: text }),
  z.strictObject({ ...at, act: z.literal("strike_off"), text }),
  z.strictObject({ ...at, act: z.literal("chase"), text, answer: text.optional() }),
  z.strictObject({ ...at, act: z.literal("comment"), text }),
  /** A leader's 批示 to the office; absent: nobody has handled it yet. */
  z.strictObject({
    ...at,
    act: z.literal("instruction"),
    text,
    chase: text.optional(),
    answer: text.optional(),
  }),
  /** What somebody wrote to the unit; absent: nobody has begun to answer it. */
  z.strictObject({
    ...at,
    act: z.literal("letter"),
    kind: z.enum(letterKinds),
    text,
    answer: z
      .strictObject({
        on: z.int().negative(),
        question: text,
        text,
        end: z.enum(["with_supervisor", "approved"]),
      })
      .optional(),
  }),
]);
export type DemoRequest = z.infer<typeof requestSchema>;

/** What was asked for, chased, said and struck off in the demo, invented so that every state is there to see. */
export const demoRequests = z.array(requestSchema).parse(requests);
