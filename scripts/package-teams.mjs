/**
 * `npm run package:teams`: the app package for Teams, in `dist/`. From the environment: TEAMS_APP_ID, the Microsoft app
 * id of the bot, and PUBLIC_URL, where it is reached over HTTPS.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { zip } from './zip.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FILES = ['manifest.json', 'color.png', 'outline.png', 'de.json', 'zh-Hans.json'];

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Buffer} the package
 */
export function teamsPackage({ TEAMS_APP_ID = '', PUBLIC_URL = '' }) {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(TEAMS_APP_ID))
    throw new Error('TEAMS_APP_ID must be the Microsoft app id of the bot, a GUID.');
  if (!URL.canParse(PUBLIC_URL) || new URL(PUBLIC_URL).protocol !== 'https:')
    throw new Error('PUBLIC_URL must be the address of the bot, such as https://acr-help.contoso.example.');
  const values = new Map([
    ['TEAMS_APP_ID', TEAMS_APP_ID],
    ['PUBLIC_HOST', new URL(PUBLIC_URL).host],
  ]);
  const files = FILES.map((name) => {
    const content = readFileSync(join(root, 'manifest', 'teams', name));
    return /** @type {const} */ ([name, name === 'manifest.json' ? filled(content, values) : content]);
  });
  return zip(new Map(files));
}

/**
 * @param {Buffer} content
 * @param {ReadonlyMap<string, string>} values
 */
function filled(content, values) {
  const text = content.toString('utf8').replace(/\$\{\{(\w+)\}\}/g, (_, /** @type {string} */ name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`Nothing is known for ${name}.`);
    return value;
  });
  return Buffer.from(text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const file = join(root, 'dist', 'acr-help-teams.zip');
    const packed = teamsPackage(process.env);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, packed);
    process.stdout.write(`${file}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
