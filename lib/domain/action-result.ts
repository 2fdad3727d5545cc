import type { Refusal } from "./refusals";

/** What a server action answers. Pages pass the actions to components as props. */
export type ActionResult<Answer> = { ok: true; answer: Answer } | { ok: false; refusal: Refusal };
export type Action<Input, Answer> = (input: Input) => Promise<ActionResult<Answer>>;
