import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createElement, type ReactElement } from 'react';
import { type MessageProps, Message as SlackMessage } from 'slack-blocks-to-jsx';
import { escaped, face } from './sheet.js';

const require = createRequire(import.meta.url);
// react-dom comes without types.
const { renderToStaticMarkup } = require('react-dom/server') as {
  renderToStaticMarkup(element: ReactElement): string;
};

/** Slack's look; the library's own placeholders, which Slack does not have, are left out. */
export const slackStyle = `${readFileSync(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8')}
.slack_blocks_to_jsx{max-width:none!important}
.slack_blocks_to_jsx__plain_text_input_element>.absolute,.slack_blocks_to_jsx__input .flex>p{display:none!important}
.slack_blocks_to_jsx pre *,.slack_blocks_to_jsx code{font-family:"Liberation Mono","Noto Sans Mono CJK SC",monospace!important}
.slack-frame{border:1px solid #ddd;border-radius:8px;padding:12px 14px}
.slack-frame h2{margin:0 0 4px;font-size:18px}
.slack-bar{display:flex;justify-content:space-between;font-size:14px;font-weight:700;padding-bottom:8px}
.slack-ends{display:flex;justify-content:flex-end;gap:8px;margin-top:12px;font-size:14px;font-weight:700}
.slack-ends span{border:1px solid #bbb;border-radius:4px;padding:5px 12px}
.slack-ends span+span{background:#007a5a;border-color:#007a5a;color:#fff}
.slack-view .slack_blocks_to_jsx>.shrink-0,.slack-view .slack_blocks_to_jsx--header{display:none!important}
.slack-said{font-size:15px;margin:0 0 10px;padding-left:44px;line-height:1.46}
.slack-said b{display:block}
`;

type Blocks = readonly object[];

/** A message of the bot, page by page, as it stands in a chat. */
export function slackMessage(pages: readonly Blocks[]): string {
  return pages.map(drawn).join('');
}

/** A view – the bot's own page or a form – from its blocks. */
export function slackView(title: string, blocks: Blocks, ends: readonly string[] = []): string {
  const foot =
    ends.length === 0
      ? ''
      : `<div class="slack-ends">${ends.map((end) => `<span>${escaped(end)}</span>`).join('')}</div>`;
  return `<div class="slack-frame slack-view"><h2>${escaped(title)}</h2>${drawn(blocks)}${foot}</div>`;
}

/** A person's message above the bot's line in its thread. */
export function slackThread(name: string, text: string, pages: readonly Blocks[]): string {
  return `<div class="slack-frame"><p class="slack-said"><b>${escaped(name)}</b>${escaped(text)}</p>${slackMessage(pages)}</div>`;
}

/** Local time, for it is shown as such. */
const time = new Date(2026, 0, 5, 10, 42);

function drawn(blocks: Blocks): string {
  return renderToStaticMarkup(
    createElement(SlackMessage, {
      // The library declares its own types for the blocks that Bolt has types for.
      blocks: blocks as MessageProps['blocks'],
      logo: face,
      name: 'acr-help',
      time,
      theme: 'light',
    }),
  );
}
