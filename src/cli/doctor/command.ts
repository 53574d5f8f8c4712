import { pageOf } from '../../../adapters/terminal/render.js';
import type { Settings } from '../../config/settings.js';
import { configurationIn } from '../../doctor/configuration.js';
import { counted } from '../../doctor/report.js';
import { groundOf } from '../bot/azure.js';
import { lookAtPolicy } from '../bot/policy.js';
import { worldGround } from '../bot/world-ground.js';
import { type Context, languageFrom, renderOptions } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { extraCaOf } from '../extra-ca.js';
import { resolveReferences } from '../references.js';
import { examine } from './examine.js';
import { doctorJson } from './json.js';
import { doctorPage } from './page.js';
import type { Parts, Platforms } from './parts.js';
import { realPlatforms } from './platforms.js';

export interface DoctorOptions {
  readonly json?: boolean;
  readonly world?: string;
  readonly lang?: string;
}

/** What a test puts in the place of the real thing. */
export interface Around {
  readonly platforms?: Platforms;
  readonly now?: () => number;
}

/** `doctor`: everything that the bot depends on, looked at as the bot would. 1 where something failed. */
export async function doctorCommand(
  { json, world, lang }: DoctorOptions,
  context: Context,
  around: Around = {},
): Promise<ExitCode> {
  const { io, out, texts } = context;
  const options = renderOptions(languageFrom(lang, context), context);
  const references = await (world === undefined
    ? resolveReferences(io.env)
    : resolveReferences(io.env, null));
  const { env } = references;
  const configuration = configurationIn(env);
  const { settings } = configuration;
  const extraCa = await certificatesIn(io.env['ACR_HELP_EXTRA_CA']);
  const ground = await groundFor(world, settings, extraCa ?? [], context);
  try {
    const parts: Parts = {
      ...{ env, configuration, references, extraCa },
      settings: { ...settings, ...ground.settings },
      ground: ground.azure,
      inWorld: world !== undefined,
      policy: await lookAtPolicy(settings.policy),
      platforms:
        around.platforms ?? realPlatforms((await certificatesIn(io.env['NODE_EXTRA_CA_CERTS'])) ?? []),
      now: around.now ?? Date.now,
    };
    const report = await examine(parts);
    const { width, style } = pageOf(options);
    await out.write(json ? doctorJson(report, texts) : doctorPage(report, { width, style, texts }));
    return counted(report.findings).failed === 0 ? exitCodes.healthy : exitCodes.unhealthy;
  } finally {
    await ground.close();
  }
}

async function groundFor(
  world: string | undefined,
  settings: Settings,
  extraCa: readonly string[],
  context: Context,
) {
  if (world !== undefined) return worldGround(world, settings, context);
  return { azure: groundOf(settings.azure, extraCa), settings: {}, close: async () => {} };
}

/** Null where the file cannot be read, which is a finding and no reason to look at nothing else. */
async function certificatesIn(file: string | undefined): Promise<readonly string[] | null> {
  return extraCaOf({ ACR_HELP_EXTRA_CA: file }).catch(() => null);
}
