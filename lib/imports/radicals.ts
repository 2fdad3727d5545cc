/**
 * Radicals, each before the character that it is drawn as: fonts give both one glyph, and a PDF that was made with such a font
 * says the radical. Those of Unicode's EquivalentUnifiedIdeograph.txt in U+2E80-2EFF that Noto Sans or Serif CJK draw so; the
 * radicals of Kangxi, U+2F00-2FD5, fold by NFKC, but for the one whose simplified character is drawn so.
 */
const pairs =
  "⼾户⺂乛⺃乚⺅亻⺉刂⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵" +
  "⺣灬⺤爫⺦丬⺨犭⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺹耂⺺肀⺾艹⺿艹⻁虎⻂衤⻃覀⻅见⻆角⻈讠" +
  "⻉贝⻋车⻌辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨" +
  "⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";
const characters = new Map(
  [...pairs].flatMap((radical, at, all) => (at % 2 === 0 ? [[radical, all[at + 1] ?? ""]] : [])),
);

/** The text with characters in the place of radicals, which no text means: 人民 where a font says ⼈⺠. */
export const withoutRadicals = (text: string) =>
  text.replace(
    /[\u2e80-\u2fd5]/gu,
    (radical) => characters.get(radical) ?? radical.normalize("NFKC"),
  );
