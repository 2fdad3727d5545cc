import { isOn, numberOf, type XmlReader } from "./xml";

/** How one level of a list is numbered. */
export type Level = {
  start: number;
  format: string;
  /** “（%2）”: the second level's number in brackets. */
  text: string;
  suffix: string;
  /** Counts anew behind this level, from 1, or one above it; 0 never; null behind any above it. */
  restart: number | null;
  /** All numbers of the label in digits. */
  isLegal: boolean;
  /** The style whose paragraphs are of this level. */
  style?: string;
};
type Abstract = { levels: Map<number, Level>; link?: string };
type Override = { start: number | null; level: Level | null };
export type List = { abstract: number; overrides: Map<number, Override> };
export type Numbering = { lists: Map<number, List>; abstracts: Map<number, Abstract> };

/** A reader of word/numbering.xml ([ECMA-376] 17.9), and what it has found in the end. */
export function numberingReader(): XmlReader & { numbering: Numbering } {
  const numbering: Numbering = { lists: new Map(), abstracts: new Map() };
  let abstract: Abstract | null = null;
  let list: List | null = null;
  let override: Override | null = null;
  let level: Level | null = null;
  const end: Record<string, () => void> = {
    abstractNum: () => {
      abstract = null;
    },
    num: () => {
      list = null;
    },
    lvlOverride: () => {
      override = null;
    },
    lvl: () => {
      level = null;
    },
  };
  return {
    open({ name, of }) {
      const value = of("val");
      if (name === "abstractNum") {
        abstract = { levels: new Map() };
        numbering.abstracts.set(numberOf(of("abstractNumId")) ?? -1, abstract);
      } else if (name === "num") {
        list = { abstract: -1, overrides: new Map() };
        numbering.lists.set(numberOf(of("numId")) ?? -1, list);
      } else if (name === "abstractNumId" && list) list.abstract = numberOf(value) ?? -1;
      else if (name === "numStyleLink" && abstract) abstract.link = value;
      else if (name === "lvlOverride" && list) {
        override = { start: null, level: null };
        list.overrides.set(numberOf(of("ilvl")) ?? 0, override);
      } else if (name === "startOverride" && override) override.start = numberOf(value);
      else if (name === "lvl") {
        level = { ...plainLevel };
        if (override) override.level = level;
        else abstract?.levels.set(numberOf(of("ilvl")) ?? 0, level);
      } else if (level) readLevel(level, name, value);
    },
    close: (name) => end[name]?.(),
    numbering,
  };
}

const plainLevel: Level = {
  ...{ start: 0, format: "decimal", text: "", suffix: "tab", restart: null, isLegal: false },
};

function readLevel(level: Level, name: string, value: string | undefined): void {
  if (name === "start") level.start = numberOf(value) ?? 0;
  // A format of one's own (001, 002) comes with a known one for programs that do not know it.
  if (name === "numFmt" && value && value !== "custom") level.format = value;
  if (name === "lvlText") level.text = value ?? "";
  if (name === "suff") level.suffix = value ?? "tab";
  if (name === "lvlRestart") level.restart = numberOf(value);
  if (name === "isLgl") level.isLegal = isOn(value);
  if (name === "pStyle") level.style = value;
}
