import type { Settings } from '../../config/settings.js';
import type { ServeTexts } from '../texts/types.js';
import type { Bot } from './open-bot.js';

const parts = ['teams', 'slack', 'azure', 'link', 'access', 'rotation'] as const;

/** What an operator reads at the start: what is on, what is off, what for each is missing, and what follows from that. */
export function servingPage(
  settings: Settings,
  { port, metricsPort, paths }: Pick<Bot, 'port' | 'metricsPort' | 'paths'>,
  world: string | null,
  texts: ServeTexts,
): string {
  const { server, observe } = settings;
  const metrics = observe.metrics && metricsPort && `${originOf(observe.metrics.host, metricsPort)}/metrics`;
  return [
    texts.listening.replace('{url}', () => originOf(server.host, port)),
    ...(metrics ? [texts.metrics.replace('{url}', () => metrics)] : []),
    ...(world === null ? [] : [texts.world.replace('{title}', () => world)]),
    ...partLines(settings, world, texts),
    ...paths.map((path) => `  ${path}`),
    '',
  ].join('\n');
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** One line for each part: whether it is on; else what is missing, and what follows from that. */
export function partLines(settings: Settings, world: string | null, texts: ServeTexts): readonly string[] {
  const width = Math.max(...parts.map((part) => texts.parts[part].length));
  return parts.map((part) => {
    const gap = settings.gaps.find((it) => it.part === part);
    const on = settings[part] !== null || (part === 'azure' && world !== null);
    const state = on
      ? texts.on
      : `${texts.off.replace('{names}', () => gap?.missing.join(', ') ?? '')} – ${texts.without[part]}`;
    return `  ${texts.parts[part].padEnd(width)}  ${state}`;
  });
}
