import { createHash } from 'node:crypto';

/** A script of a page, and the source expression that allows it and no other. */
export interface Script {
  readonly text: string;
  readonly hash: string;
}

function script(text: string): Script {
  return { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

/** A form is sent once, however often its button is pressed: the answer to the second would hide that to the first. */
export const sendOnce = script(`
let sent = false;
document.querySelector('form').addEventListener('submit', (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener('pageshow', (event) => { if (event.persisted) sent = false; });
`);

/** The button copies what the field shows; whoever goes to the field has all of it selected. */
export const copyField = script(`
const field = document.querySelector('textarea');
const button = document.querySelector('button');
field.addEventListener('focus', () => field.select());
button.hidden = false;
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    if (!document.execCommand('copy')) return;
  }
  document.querySelector('output').textContent = button.dataset.copied;
});
`);
