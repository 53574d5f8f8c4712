import type { types } from '@slack/bolt';
import { z } from 'zod';
import { type Language, languages } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Api } from './api.js';
import { FIELD_ACTION, PASTE_BLOCK, PASTE_MODAL } from './ids.js';
import { plainText } from './render/inline.js';
import { limits } from './render/limits.js';

/** The form that `/acr-help` alone opens. */
export class PasteForm {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /**
   * @param trigger good once, for three seconds
   * @param channel where it was asked for
   * @returns whether the person sees it
   */
  async open(trigger: string, channel: string, language: Language): Promise<boolean> {
    const args = { trigger_id: trigger, view: pasteView(channel, language) };
    const opened = await this.#api.call({
      method: 'views.open',
      args,
      answer: z.object({}),
      repeatable: false,
    });
    return opened.ok;
  }
}

/** The form itself. Pure. */
export function pasteView(channel: string, language: Language): types.ModalView {
  const { chat } = textsFor(language);
  return {
    type: 'modal',
    callback_id: PASTE_MODAL,
    private_metadata: JSON.stringify({ channel, language }),
    title: plainText(chat.pasteTitle, limits.modalTitle),
    submit: plainText(chat.submit, limits.modalTitle),
    close: plainText(chat.cancel, limits.modalTitle),
    blocks: [
      {
        type: 'input',
        block_id: PASTE_BLOCK,
        label: plainText(chat.pasteLabel, limits.inputLabel),
        hint: plainText(`${chat.pasteHint} ${chat.pasteLonger}`, limits.inputLabel),
        element: {
          type: 'plain_text_input',
          action_id: FIELD_ACTION,
          multiline: true,
          max_length: limits.input,
          focus_on_load: true,
        },
      },
    ],
  };
}

const metadata = z.object({ language: z.enum(languages) });

/** What a form without a text is answered with; null for one that has some. Pure. */
export function pasteErrors(text: string, privateMetadata: string): Record<string, string> | null {
  if (text.trim() !== '') return null;
  return { [PASTE_BLOCK]: textsFor(languageIn(privateMetadata)).chat.pasteEmpty };
}

function languageIn(privateMetadata: string): Language {
  try {
    return metadata.parse(JSON.parse(privateMetadata)).language;
  } catch {
    return 'en';
  }
}
