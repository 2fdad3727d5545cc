import { receiveLetter } from "@/db/mutations/letters/letters";
import { isMailOn } from "@/db/queries/mail";
import { isSameOrigin, requestFrom } from "@/lib/auth/request";
import { currentTime } from "@/lib/clock";
import { letterSchema } from "@/lib/domain/letters/letters";
import { type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import { log } from "@/lib/log";

/** What was typed, which is given back with what is wrong with it: nobody writes a letter twice. */
export type LetterTyped = { kind: string; body: string; email: string };
export type LetterProblem = {
  typed: LetterTyped;
  /** Keys under `validation`, by field. */
  errors: { [Field in keyof LetterTyped]?: string };
  refusal: Refusal | null;
  /** Tells one answer from the next, so that each is said. */
  attempt: number;
};
type Taken = { receipt: string } | { problem: Omit<LetterProblem, "attempt"> };

/** Longer than any kind is, and one more than a mailbox may be, so that it is still told to be too long. */
const longest = { kind: 20, email: 255 };

/** Takes a letter from a form that anybody may send: same origin, nobody's robot, not too many, whole. */
export async function takeLetter(form: FormData, headers: Headers): Promise<Taken> {
  const read = (name: string) => String(form.get(name) ?? "");
  // What was typed goes back as it came, as far as any of it can be meant.
  const typed = {
    kind: read("kind").slice(0, longest.kind),
    body: read("body"),
    email: read("email").slice(0, longest.email),
  };
  const refused = (refusal: Refusal) => ({ problem: { typed, errors: {}, refusal } });
  try {
    if (!isSameOrigin(headers)) return refused(refuse("origin_refused"));
    // People do not see this field; programs fill in every one.
    if (read("website") !== "") return refused(refuse("letter_not_taken"));
    const email = (await isMailOn()) ? typed.email : "";
    const checked = letterSchema.safeParse({ code: read("code"), ...typed, email });
    if (!checked.success) {
      const errors = checked.error.issues.map(({ path, message }) => [path[0], message]);
      return { problem: { typed, errors: Object.fromEntries(errors), refusal: null } };
    }
    const letter = { ...checked.data, locale: read("locale"), address: requestFrom(headers).ip };
    return await receiveLetter(letter, await currentTime());
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal);
    log.error({ err: error }, "a letter was not taken in");
    return refused(refuse("unavailable"));
  }
}
