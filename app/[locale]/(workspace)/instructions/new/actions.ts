"use server";
import { writeInstruction } from "@/db/mutations/instructions";
import { action } from "@/lib/actions/action";
import { writeInstructionSchema } from "@/lib/domain/instructions";

export const write = action(
  { permission: "instruction.write", schema: writeInstructionSchema },
  writeInstruction,
);
