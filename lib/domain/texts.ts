import { z } from "zod";

/** PostgreSQL stores no NUL and no half of a surrogate pair: a pasted one is dropped, so that nobody loses a text to it. */
const storable = (text: string) => text.replaceAll("\0", "").replace(/\p{Cs}/gu, "");

/** Any text a person types, up to so many characters. Messages are keys under `validation`. */
export const longText = (max: number) => z.string().overwrite(storable).max(max, "too_long");

/** A text that must say something; `missing` is the message when it does not. */
export const filledText = (max: number, missing: string) => longText(max).trim().min(1, missing);

/** Words as they are compared: without the width of signs and white space. */
export const plainWords = (words: string) => words.normalize("NFKC").replace(/\s/gu, "");

/** A message with what it is about: `readMessage` gives both back. */
export function messageOf(key: string, about: Record<string, string>): string {
  return `${key}?${new URLSearchParams(about)}`;
}

export function readMessage(message: string): { key: string; about: Record<string, string> } {
  const [key = "", about = ""] = message.split("?");
  return { key, about: Object.fromEntries(new URLSearchParams(about)) };
}

/** How much fits, in characters: forms show it, schemas check it. */
export const textLimits = {
  progress: 5000,
  problems: 3000,
  nextSteps: 3000,
  reason: 1000,
  scope: 2000,
  question: 500,
  answer: 3000,
  title: 120,
  message: 1000,
  letter: 2000,
} as const;
