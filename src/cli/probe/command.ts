import { pageOf } from '../../../adapters/terminal/render.js';
import type { Surroundings } from '../../probe/collect/surroundings.js';
import { type Context, languageFrom, renderOptions } from '../context.js';
import type { ExitCode } from '../exit-codes.js';

export interface ProbeOptions {
  readonly repository?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

/** `probe REGISTRY`: what this machine sees of a registry, and the block to paste. Needs no sign-in. */
export async function probeCommand(
  registry: string,
  options: ProbeOptions,
  context: Context,
  around?: Surroundings,
): Promise<ExitCode> {
  const { io, out, texts } = context;
  const { language } = renderOptions(languageFrom(options.lang, context), context);
  const { width } = pageOf({ width: io.stdout.columns, colour: false, language });
  // Loaded only here: no other command looks at networks.
  const [{ runProbe }, { machine }] = await Promise.all([
    import('./run.js'),
    import('../../probe/collect/machine.js'),
  ]);
  const run = { registry, ...options, width, texts: texts.probe };
  const { text, code } = await runProbe(run, async () => around ?? machine(io.env));
  await out.write(text);
  return code;
}
