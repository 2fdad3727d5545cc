import { type Refusal, refuse } from "./refusals";

const secrecy = /绝密|机密|秘密\s*[★☆]|[★☆]\s*秘密/u;
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/u;
const identity = /(?<!\d)\d{17}[\dXx](?![\dXx])/gu;
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A real citizen number: the 18th character is the check of GB 11643-1999, so an order number is let through. */
function isIdentityNumber(digits: string): boolean {
  const sum = identityWeights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return "10X98765432"[sum % 11] === digits[17]?.toUpperCase();
}

function firstIdentityNumber(text: string): string | undefined {
  return (text.match(identity) ?? []).find(isIdentityNumber);
}

/** Refuses text with a secrecy marking, which has no place in this system at all (保守国家秘密法 §31). */
export function secrecyRefusal(text: string, field: string): Refusal | null {
  const marking = text.match(secrecy)?.[0];
  return marking ? refuse("secrecy_marking", { field, params: { found: marking } }) : null;
}

/**
 * Refuses text that may not leave the office: citizen and mobile numbers (PIPL §25, §28) and secrecy markings
 * (保守国家秘密法 §31). The refusal names the words found, so that the writer can find them.
 */
export function publicTextRefusal(text: string, field: string): Refusal | null {
  const marked = secrecyRefusal(text, field);
  if (marked) return marked;
  const personal = firstIdentityNumber(text) ?? text.match(mobile)?.[0];
  if (!personal) return null;
  const masked = `${personal.slice(0, 3)}…${personal.slice(-2)}`;
  return refuse("personal_data", { field, params: { found: masked } });
}
