"use server";
import { handleInstruction } from "@/db/mutations/instructions";
import { action } from "@/lib/actions/action";
import { handleInstructionSchema } from "@/lib/domain/instructions";

export const handle = action(
  { permission: "instruction.handle", schema: handleInstructionSchema },
  handleInstruction,
);
