"use server";
import { markLooked } from "@/db/mutations/instructions";
import { action } from "@/lib/actions/action";
import { markLookedSchema } from "@/lib/domain/instructions";

export const mark = action(
  { permission: "instruction.write", schema: markLookedSchema },
  markLooked,
);
