import { Refused } from "@/lib/domain/refusals";

/** Presses as somebody does who is told what that leaves without anybody (`gaps_made`), and goes on all the same. */
export async function goOn<Input extends object, Answer>(
  act: (input: Input | (Input & { acceptsGaps: string })) => Promise<Answer>,
  input: Input,
): Promise<Answer> {
  try {
    return await act(input);
  } catch (error) {
    const told = error instanceof Refused ? error.refusal.params?.told : undefined;
    if (told === undefined) throw error;
    return act({ ...input, acceptsGaps: String(told) });
  }
}
