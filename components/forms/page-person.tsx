"use client";
import { createContext, type ReactNode, use } from "react";

const Person = createContext("");

/** Says whom the pages inside are made for; nobody without it. */
export function PagePerson({ pagePerson, children }: { pagePerson: string; children: ReactNode }) {
  return <Person value={pagePerson}>{children}</Person>;
}

/** The same for a plain form, among its fields. */
export function PagePersonField() {
  return <input type="hidden" name="person" value={usePagePerson()} />;
}

/** Whom this page was made for: what it sends is refused once somebody else is signed in. */
export function usePagePerson(): string {
  return use(Person);
}
