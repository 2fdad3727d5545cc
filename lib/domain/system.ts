import { z } from "zod";
import { keySchema } from "./inputs";

/** How far the demo's clock may be moved on at once, in days. */
export const clockStrides = [1, 7, 30] as const;
export const advanceClockSchema = z.strictObject({ key: keySchema, days: z.literal(clockStrides) });
export type AdvanceClockInput = z.infer<typeof advanceClockSchema>;
