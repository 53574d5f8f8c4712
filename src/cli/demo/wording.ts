import { type Page, paragraph } from '../../../adapters/terminal/blocks.js';
import { fill } from '../../../dialogs/compose/fill.js';
import type { Message } from '../../chat/message.js';
import { cliTexts } from '../texts/index.js';
import type { DemoTexts } from '../texts/types.js';
import type { Person, Story } from '../world.js';
import { answerTo } from './answers.js';
import { CHOSEN, type Situation } from './situations.js';

/** What the demo says, set for a page. All of it pure. */

/** The demo's own texts, in the language of a page. */
export function demoTexts({ language }: Page): DemoTexts {
  return cliTexts(language).demo;
}

/** Sentences as paragraphs. */
export function told(sentences: readonly string[], page: Page): string {
  return `\n${sentences.map((it) => `${paragraph(it, page).join('\n')}\n`).join('\n')}`;
}

/** The numbered situations: those for a first visitor, or all. */
export function listText(all: readonly Situation[], extent: 'chosen' | 'all', page: Page): string {
  const { invite, all: title, own, choose, chooseOfAll } = demoTexts(page);
  const shown = extent === 'all' ? all : all.slice(0, CHOSEN);
  const digits = String(shown.length).length;
  const line = (text: string, number: number): readonly string[] =>
    paragraph(text, page, `${String(number).padStart(digits)}. `);
  const lines = [...shown.flatMap(({ title: one }, i) => line(one[page.language], i + 1)), ...line(own, 0)];
  const hint = fill(extent === 'all' ? chooseOfAll : choose, { count: String(all.length) });
  return `${told([extent === 'all' ? title : invite], page)}\n${lines.join('\n')}\n${told([hint], page)}`;
}

/** Who one is now. */
export function youAre({ name, role }: Person, { people }: Story, page: Page): string {
  return fill(demoTexts(page).you[role], { name, asker: people[0].name });
}

/** People as they can be called. */
export function peopleList({ people }: Story, page: Page): string {
  const { roles } = demoTexts(page);
  return people.map(({ name, role }) => `\`${roles[role]}\` (${name})`).join(', ');
}

/** Names of the changes that can be made. */
export function changeList({ changes }: Story): string {
  return changes.map((it) => `\`${it}\``).join(', ');
}

/** What can be typed in a situation. */
export function helpText(story: Story, page: Page): string {
  const { title, ...lines } = demoTexts(page).help;
  const changes = changeList(story);
  const people = peopleList(story, page);
  const items = Object.values(lines).flatMap((it) => paragraph(fill(it, { changes, people }), page, '- '));
  return `${told([title], page)}${items.join('\n')}\n${told([page.ui.help], page)}`;
}

/** What the demo offers next beside the conversation; null where that is enough. */
export function nextHint(
  shown: Message | undefined,
  story: Story,
  repaired: boolean,
  page: Page,
): string | null {
  const { next } = demoTexts(page);
  const outcome = shown?.outcome ?? null;
  if (outcome === null) {
    const answer = answerTo(shown?.ask ?? null, story, repaired);
    return answer === null ? null : fill(next.answer, { name: story.people[0].name });
  }
  const again = fill(page.ui.terminal.quoted, { word: page.ui.verbs['check-again'] });
  return fill(next[outcome.resolved ? 'resolved' : repaired ? 'again' : 'fix'], { again });
}
