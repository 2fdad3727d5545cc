import type { Refusal } from "./refusals";

/** What a server action answers. Pages pass the actions to components as props. */
export type ActionResult<Answer> = { ok: true; answer: Answer } | { ok: false; refusal: Refusal };

/** For whoever has no session. */
export type OpenAction<Input, Answer> = (input: Input) => Promise<ActionResult<Answer>>;

/** `pagePerson` is whom the page was made for: another may have signed in since, in another window. */
export type Action<Input, Answer> = (
  input: Input,
  pagePerson: string,
) => Promise<ActionResult<Answer>>;
