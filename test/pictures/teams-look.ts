import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repository } from '../support/temp.js';
import { escaped, face } from './sheet.js';

const require = createRequire(import.meta.url);

/** The look of Teams around a card; what is in the card is drawn by Microsoft's renderer. */
export const teamsStyle = (dark: boolean): string => {
  const [ink, paper, line, soft] = dark
    ? ['#fff', '#292929', '#666', '#adadad']
    : ['#242424', '#fff', '#d1d1d1', '#616161'];
  return `
.teams{display:flex;gap:10px;color:${ink}}
.teams>img{width:32px;height:32px}
.teams>div{flex:1;min-width:0}
.teams header{margin-bottom:4px;font-size:12px;color:${soft}}
.teams [data-card]{margin-bottom:6px;border-radius:6px;background:${paper};box-shadow:0 0 2px #0004,0 1px 2px #0004}
.teams p,.teams-dialog p{margin:0;font-size:14px;line-height:20px}
.teams-line{padding:8px 12px;border-radius:6px;background:${dark ? '#333' : '#f0f0f0'}}
.teams-dialog{padding:16px;border-radius:6px;border:1px solid ${line}}
.teams-dialog h2{margin:0 0 12px;font-size:18px}
.ac-pushButton{min-height:32px;padding:5px 12px;border:1px solid ${line};border-radius:4px;background:${paper};color:${ink};font-size:14px;font-weight:600}
.teams{overflow-wrap:anywhere}
.ac-actionSet{flex-wrap:wrap;row-gap:8px}
.ac-actionSet>*{flex:0 1 auto!important}
.ac-input{box-sizing:border-box;color:${ink};font-size:14px}
input.ac-input,textarea.ac-input{padding:6px;border:1px solid ${line};border-radius:4px;background:${paper}}
.ac-anchor{color:${dark ? '#7f85f5' : '#4f52b2'}}
`;
};

/** Cards in a chat; `drawCards` fills them in. */
export function teamsMessage(cards: readonly object[]): string {
  return framed(cards.map((card) => `<div data-card="${escaped(JSON.stringify(card))}"></div>`).join(''));
}

export function teamsLine(text: string): string {
  return framed(`<p class="teams-line">${escaped(text)}</p>`);
}

export function teamsDialog(text: string): string {
  return `<div class="teams-dialog"><h2>acr-help</h2><p>${escaped(text)}</p></div>`;
}

function framed(html: string): string {
  return `<div class="teams"><img src="${face}" alt=""><div><header>acr-help · 10:42</header>${html}</div></div>`;
}

export async function drawCards(page: Page, dark: boolean): Promise<void> {
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: join(repository, 'test', 'pictures', 'in-page', 'draw-cards.js') });
  await page.evaluate(`drawCards(${dark})`);
}
