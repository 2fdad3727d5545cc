import { isOn, numberOf, type XmlReader } from "./xml";

/** What a style says of a paragraph, or of a run, as far as reading is concerned. */
export type Style = {
  basedOn?: string;
  /** As Word calls it in English, in small letters: toc 1. */
  name?: string;
  numId?: number;
  ilvl?: number;
  /** From 1; null for body text. */
  outline?: number | null;
  isHidden?: boolean;
};
export type Styles = {
  /** The style with what it inherits; without a name the one that paragraphs have by default. */
  of: (id: string | undefined) => Style;
  /** This style and those it is based on, itself first. */
  chain: (id: string | undefined) => string[];
};

/** A reader of word/styles.xml ([ECMA-376] 17.7), and what it has found in the end. */
export function stylesReader(): XmlReader & { styles: Styles } {
  const all = new Map<string, Style>();
  let usual: string | undefined;
  let style: Style | null = null;
  const path: string[] = [];
  const chain = (id: string | undefined) => {
    const ids: string[] = [];
    for (
      let each = id ?? usual;
      each !== undefined && ids.length < 50;
      each = all.get(each)?.basedOn
    )
      if (ids.includes(each)) break;
      else ids.push(each);
    return ids;
  };
  const resolved = new Map<string | undefined, Style>();
  const of = (id: string | undefined) => {
    const known = resolved.get(id);
    if (known) return known;
    const found = Object.assign(
      {},
      ...chain(id)
        .reverse()
        .map((each) => all.get(each)),
    ) as Style;
    resolved.set(id, found);
    return found;
  };
  return {
    open({ name, of: attribute }) {
      const parent = path.at(-1);
      path.push(name);
      const value = attribute("val");
      if (name === "style") {
        style = {};
        const id = attribute("styleId");
        if (id !== undefined) all.set(id, style);
        const isDefault = attribute("default") !== undefined && isOn(attribute("default"));
        if (isDefault && attribute("type") === "paragraph") usual = id;
      }
      if (!style) return;
      if (parent === "style") {
        if (name === "basedOn") style.basedOn = value;
        if (name === "name") style.name = value?.toLowerCase();
      } else if (parent === "numPr") {
        if (name === "numId") style.numId = numberOf(value) ?? undefined;
        if (name === "ilvl") style.ilvl = numberOf(value) ?? undefined;
      } else if (name === "outlineLvl") style.outline = outlineOf(value);
      else if (name === "vanish" && path.at(-3) === "style") style.isHidden = isOn(value);
    },
    close(name) {
      path.pop();
      if (name === "style") style = null;
    },
    styles: { of, chain },
  };
}

/** The outline level that an attribute gives, from 1; null where it says body text. */
export function outlineOf(value: string | undefined): number | null {
  const level = numberOf(value);
  return level !== null && level >= 0 && level < 9 ? level + 1 : null;
}
