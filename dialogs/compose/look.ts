import type { Block, Code } from '../../src/chat/message.js';
import type { LoginServer } from '../../src/diagnosis/reading.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { type SnippetPlace, snippetPlaces } from '../../src/knowledge/vocabulary.js';
import type { ProbeMeans } from '../../src/probe/means.js';
import { fileCommands } from '../../src/probe/snippets/file-commands.js';
import { POD_IMAGE, snippetFor } from '../../src/probe/snippets/snippet.js';
import type { LookPlace } from '../live/place.js';
import { type Draft, draft } from './draft.js';
import { fill } from './fill.js';

/** The node of "where does it fail?", outside the tree. */
export const PLACE = 'probe-place';

/** Options of "where does it fail?". */
export function placeOptions({
  vantage,
}: Texts): readonly { readonly id: SnippetPlace; readonly label: string }[] {
  return snippetPlaces.map((id) => ({ id, label: vantage.look.where.options[id] }));
}

/** "Where does it fail?", so that what has to run there can be made for it. */
export function placeDraft(texts: Texts): Draft {
  const { question, hint } = texts.vantage.look.where;
  return draft({
    blocks: [
      { type: 'heading', text: question },
      { type: 'text', text: hint },
    ],
    ask: { node: PLACE, options: placeOptions(texts) },
    verbs: ['back', 'handover', 'restart'],
  });
}

/** What to run where it fails: the snippet, what it does, what to paste back, and other ways to the same report. Pure. */
export function lookDraft(texts: Texts, registry: LoginServer, place: LookPlace, means: ProbeMeans): Draft {
  const { look } = texts.vantage;
  const image = means.podImage ?? POD_IMAGE;
  const places = placesOf(place);
  const code = (it: SnippetPlace, text: string): Code => ({ type: 'code', language: languages[it], text });
  const files = places.flatMap((it) => {
    const commands = means.file === null ? null : fileCommands(means.file, registry, it);
    return commands === null ? [] : [code(it, commands)];
  });
  const command = `acr-help probe ${registry}`;
  const ownCommand = means.command && (place === 'either' || place === 'laptop' || place === 'windows');
  return draft({
    blocks: [
      { type: 'heading', text: look.title },
      { type: 'text', text: look.run[place] },
      ...places.map((it) => code(it, snippetFor(registry, it, image))),
      ...(place === 'pod' ? [sentence(fill(look.image, { image: `\`${image}\`` }))] : []),
      sentence(look.promise),
      sentence(look.paste),
      ...(ownCommand
        ? [...section(look.command), { type: 'code', language: 'bash', text: command } as const]
        : []),
      ...(files.length === 0 ? [] : [...section(look.file), ...files]),
    ],
    verbs: ['other-place', 'back', 'handover', 'restart'],
  });
}

/** The sentence that goes with the offer. */
export function offerBlock({ vantage }: Texts, beside: keyof Texts['vantage']['look']['offer']): Block {
  return sentence(vantage.look.offer[beside]);
}

function placesOf(place: LookPlace): readonly SnippetPlace[] {
  return place === 'either' ? ['laptop', 'windows'] : [place];
}

const languages: Readonly<Record<SnippetPlace, Code['language']>> = {
  laptop: 'bash',
  windows: 'powershell',
  pod: 'bash',
  'azure-devops': 'yaml',
  'github-actions': 'yaml',
  'cloud-shell': 'bash',
};

function section({ title, how }: { readonly title: string; readonly how: string }): readonly Block[] {
  return [{ type: 'heading', text: title }, sentence(how)];
}

function sentence(text: string): Block {
  return { type: 'text', text };
}
