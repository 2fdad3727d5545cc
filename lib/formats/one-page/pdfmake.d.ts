/** What of pdfmake 0.3 is used here: it brings no types. */
declare module "pdfmake" {
  export type Content = string | { [property: string]: unknown };
  export type TableLayout = Record<string, (index: number, node: unknown) => number | string>;
  const pdfmake: {
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}
