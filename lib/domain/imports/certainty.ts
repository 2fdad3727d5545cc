import type { Candidate, Certainty } from "./candidates";

/** How far a person needs to look at a candidate. */
export function certaintyOf(candidate: Omit<Candidate, "certainty">): Certainty {
  return candidate.isOptional ? "doubtful" : "likely";
}
