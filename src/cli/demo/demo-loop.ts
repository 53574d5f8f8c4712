import { nextText } from '../../../adapters/terminal/collect.js';
import { pageOf } from '../../../adapters/terminal/render.js';
import type { Ending, TerminalLoopIo } from '../../../adapters/terminal/terminal-loop.js';
import type { AppConfig } from '../../app.js';
import { textsFor } from '../../knowledge/texts/index.js';
import { readDemoCommand } from './commands.js';
import { ListScene } from './list-scene.js';
import { OwnScene } from './own-scene.js';
import type { DemoParts, Move, Scene } from './scene.js';
import { SituationScene } from './situation-scene.js';
import { demoTexts, told } from './wording.js';

/** Leads a person through the demo, to its end. */
export async function demoLoop(
  parts: Omit<DemoParts, 'screen'>,
  { keyboard, ...screen }: TerminalLoopIo,
  language: Pick<AppConfig, 'language' | 'fixedLanguage'>,
): Promise<Ending> {
  const all = { ...parts, screen };
  let scene: Scene = new ListScene(all, language.language, 'chosen', true);
  await scene.arrive();
  try {
    for (;;) {
      await scene.hint();
      const { terminal, colon } = textsFor(scene.options.language).ui;
      const { prompt, goodbye } = terminal;
      keyboard.prompt(`${prompt}${scene.speaker === null ? '' : ` (${scene.speaker})`}${colon}`);
      const entry = await nextText(keyboard, {
        isComplete: (line) => isComplete(line, scene),
        untilBlank: scene.talk?.isWriting ?? false,
      });
      const ended = entry === 'end' || entry === 'interrupt';
      if (!ended && entry.text === '') continue;
      const move: Move = ended ? { kind: 'quit' } : await scene.take(entry.text);
      if (move.kind === 'quit') {
        await screen.write(`\n${goodbye}\n`);
        return entry === 'interrupt' ? 'interrupted' : 'finished';
      }
      const next = await nextScene(scene, move, all, language);
      if (next === scene) continue;
      await scene.leave();
      scene = next;
      await scene.arrive();
    }
  } finally {
    await scene.leave();
  }
}

function isComplete(line: string, { place, talk }: Scene): boolean {
  if (readDemoCommand(line, place) !== null) return true;
  return talk?.isComplete(line) ?? false;
}

/** Where a move leads; the same scene where it stays, or the other cannot be reached. */
async function nextScene(
  scene: Scene,
  move: Move,
  parts: DemoParts,
  begun: Pick<AppConfig, 'language' | 'fixedLanguage'>,
): Promise<Scene> {
  const { language } = scene.options;
  switch (move.kind) {
    case 'list':
      return new ListScene(parts, language, move.extent, false);
    case 'own': {
      // Whoever has chosen a language keeps it, whatever they paste.
      const fixedLanguage = begun.fixedLanguage || language !== begun.language;
      return new OwnScene(parts, { language, fixedLanguage }, move.text);
    }
    case 'situation':
      try {
        return await SituationScene.start(parts, move.situation, language);
      } catch (error) {
        const page = pageOf(scene.options);
        await parts.screen.write(told([demoTexts(page).cannotStart], page));
        await parts.failed(error);
        return scene;
      }
    default:
      return scene;
  }
}
