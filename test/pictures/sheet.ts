import type { Language } from '../../src/knowledge/language.js';

/** One thing to look at, with what it is beneath it. */
export interface Exhibit {
  readonly caption: string;
  readonly language: Language;
  readonly html: string;
}

export interface SheetOptions {
  /** Pixels of one exhibit. */
  readonly width: number;
  readonly columns: number;
  readonly gap?: number;
  readonly dark?: boolean;
  readonly style: string;
}

const fonts = '"Liberation Sans","Noto Sans CJK SC","Noto Color Emoji",sans-serif';

/** Pixels of the whole sheet. */
export function widthOf({ width, columns, gap = 24 }: SheetOptions): number {
  return columns * width + (columns + 1) * gap;
}

/** A document with exhibits in columns, read from top to bottom; each language begins a column. Pure. */
export function sheet(exhibits: readonly Exhibit[], options: SheetOptions): string {
  const { width, columns, gap = 24, dark = false, style } = options;
  const figures = exhibits.map(
    ({ caption, language, html }, i) =>
      `<figure lang="${language}"${language === (exhibits[i - 1]?.language ?? language) ? '' : ' class="next"'}><figcaption lang="en">${caption}</figcaption>${html}</figure>`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><style>
*{font-family:${fonts}}
body{margin:0;padding:${gap}px;background:${dark ? '#1f1f1f' : '#fff'}}
main{columns:${columns};column-gap:${gap}px}
figure{margin:0 0 ${gap}px;width:${width}px;break-inside:avoid}
figure.next{break-before:column}
figcaption{margin-bottom:6px;font-size:11px;color:${dark ? '#aaa' : '#767676'}}
${style}</style></head><body><main>${figures.join('')}</main></body></html>`;
}

/** Exhibits by their captions, in the order of the captions. */
export function chosen(all: readonly Exhibit[], captions: readonly string[]): readonly Exhibit[] {
  return captions.map((wanted) => {
    const found = all.find(({ caption }) => caption === wanted);
    if (found === undefined) throw new Error(`nothing to show for ${wanted}`);
    return found;
  });
}

/** The bot's face, as a data address. */
export const face = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#0f5ea8"/><path d="M18 8l9 5v10l-9 5-9-5V13z" fill="none" stroke="#fff" stroke-width="2"/></svg>',
)}`;

/** For text that stands outside of what a renderer draws. Pure. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
