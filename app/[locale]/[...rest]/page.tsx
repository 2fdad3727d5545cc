import { notFound } from "next/navigation";

/** An address that is no page of ours gets our own answer, in its language. */
export default function Unknown(): never {
  notFound();
}
