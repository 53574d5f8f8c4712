/** A snippet and the folder, or the file, that it is planted in. */
export type Plant = readonly [where: string, code: string];

const RESTRICTED = 'lint/style/noRestrictedImports';
const GLOBALS = 'lint/style/noRestrictedGlobals';
const CONSOLE = 'lint/suspicious/noConsole';

const sdks = ['botbuilder', 'botframework-connector', '@slack/bolt', '@slack/web-api', '@azure/identity'];
const pureFolders = ['src/diagnosis', 'src/knowledge', 'dialogs'];
const inputOutput = [
  'node:fs',
  'node:fs/promises',
  'node:net',
  'node:child_process',
  'node:dns',
  'fs',
  'https',
];

/** Folders of src that are no business of src/diagnosis. */
const beyondDiagnosis = ['access', 'azure', 'chat', 'checks', 'config', 'http', 'observe', 'pages', 'store'];

/** By the rule that must bite. */
export const refused: Readonly<Record<string, readonly Plant[]>> = {
  [RESTRICTED]: [
    ...pureFolders.flatMap((folder) =>
      [...sdks, ...inputOutput, 'zod', 'kysely'].map((name): Plant => [folder, `import '${name}';`]),
    ),
    ['src/diagnosis', `import { connect } from 'node:net';\nexport const c = connect;`],
    ['src/diagnosis', `await import('node:fs');`],
    ['src/diagnosis', `export * from 'zod';`],
    ['src/diagnosis', `import type { Stats } from 'node:fs';\nexport type Size = Stats;`],
    ['src/diagnosis', `import '@azure-rest/core-client';`],
    ...beyondDiagnosis.map((name): Plant => ['src/diagnosis', `import '../${name}/a.js';`]),
    ...beyondDiagnosis.map((name): Plant => ['src/diagnosis/recognise', `import '../../${name}/deep/a.js';`]),
    ...[...beyondDiagnosis, 'diagnosis'].map((name): Plant => ['src/knowledge', `import '../${name}/a.js';`]),
    ['src/knowledge', `import '../../dialogs/tree/tree.js';`],
    ['src/knowledge/texts', `import type { Walk } from '../../../dialogs/walk.js';\nexport type W = Walk;`],
    ...['adapters/slack/a.js', 'dialogs/tree/tree.js', 'sandbox/world.js', 'test/support/temp.js'].flatMap(
      (path): Plant[] => [
        ['src/store', `import '../../${path}';`],
        ['src/azure', `import '../../${path}';`],
        ['src/diagnosis/facts', `import '../../../${path}';`],
      ],
    ),
    ['src/chat', `import '../app.js';`],
    ['src/chat', `import '../cli.js';`],
    ['src/chat', `import '../cli/demo.js';`],
    ...['src/store', 'src/cli', 'sandbox', 'adapters/terminal'].flatMap((folder) =>
      sdks.map((name): Plant => [folder, `import '${name}';`]),
    ),
    ...['botbuilder', '@slack/bolt'].map((name): Plant => ['src/azure', `import '${name}';`]),
    ...[
      'src/checks',
      'src/azure',
      'src/cli',
      'src/app.ts',
      'src/store',
      'adapters/desk',
      'adapters/teams',
      'adapters/slack',
      'adapters/terminal',
      'dialogs',
      'sandbox',
    ].map((folder): Plant => [folder, `import '@opentelemetry/api';`]),
    ['src/observe', `import '@azure/identity';`],
    ['adapters/teams', `import '@slack/bolt';`],
    ['adapters/teams', `import '@azure/identity';`],
    ['adapters/teams', `import '../slack/blocks.js';`],
    ['adapters/slack', `import 'botbuilder';`],
    ['adapters/slack', `import 'botframework-schema/lib/index.js';`],
    ['adapters/slack', `import '../terminal/prompt.js';`],
    ['adapters/terminal', `import '../../sandbox/world.js';`],
    ['adapters/slack', `import '../../src/app.js';`],
    ['dialogs', `import '../adapters/slack/a.js';`],
    ['dialogs', `await import('../sandbox/world.js');`],
    ['dialogs/tree', `import '../../src/azure/ports.js';`],
    ['dialogs/tree', `import '../../src/cli.js';`],
    ['src/app.ts', `import '@azure/identity';`],
    ['src/app.ts', `await import('../sandbox/world.js');`],
    ['sandbox', `import '../dialogs/tree/tree.js';`],
    ...['src/pages', 'src/azure', 'src/cli', 'adapters/desk', 'adapters/slack', 'sandbox'].flatMap((folder) =>
      ['kysely', 'libsql'].map((name): Plant => [folder, `import '${name}';`]),
    ),
    ['src/store', `import '../../adapters/slack/a.js';`],
    ['src/store', `import '@azure/identity';`],
    ...['teams', 'slack', 'terminal'].flatMap((platform): Plant[] => [
      ['adapters/desk', `import '../${platform}/a.js';`],
      [`adapters/${platform}`, `import '../desk/desk.js';`],
    ]),
    ...['botbuilder', '@slack/bolt', '@azure/identity'].map(
      (name): Plant => ['adapters/desk', `import '${name}';`],
    ),
  ],
  [GLOBALS]: pureFolders.flatMap((folder): Plant[] => [
    [folder, `await fetch('https://a.example');`],
    [folder, `export const home = process.env['HOME'];`],
    [folder, `await globalThis.fetch('https://a.example');`],
    [folder, `export const fs = require('node:fs');`],
  ]),
  [CONSOLE]: ['src/store', 'src/diagnosis', 'dialogs', 'adapters/slack', 'adapters/teams', 'sandbox'].map(
    (folder): Plant => [folder, `console.log('x');`],
  ),
};

/** The same imports where they belong. */
export const allowed: readonly Plant[] = [
  ['adapters/teams', `import 'botbuilder';\nimport 'botframework-connector';`],
  ['adapters/slack', `import '@slack/bolt';\nimport '@slack/web-api';`],
  ['src/observe', `import '@opentelemetry/api';\nimport '@opentelemetry/sdk-trace-node';`],
  ['src/azure', `import '@azure/identity';\nimport 'node:fs';`],
  ['src/store', `import 'kysely';\nimport 'libsql';\nimport 'node:fs';`],
  ['adapters/slack', `import '../../dialogs/tree/tree.js';\nimport '../../src/chat/message.js';`],
  ['adapters/desk', `import '../../dialogs/walk.js';\nimport '../../src/store/store.js';`],
  ['dialogs', `import 'node:crypto';\nimport '../src/chat/message.js';\nimport './tree/tree.js';`],
  ['src/diagnosis', `import { isIPv4 } from 'node:net';\nexport const four = isIPv4;`],
  ['src/diagnosis', `import '../knowledge/causes.js';\nimport './reading.js';`],
  ['src/diagnosis/recognise', `import '../../knowledge/causes.js';\nimport '../facts/a.js';`],
  ['src/knowledge/texts', `import '../causes.js';`],
  [
    'src/app.ts',
    `import '../adapters/slack/a.js';\nimport '../dialogs/tree/tree.js';\nimport './store/a.js';`,
  ],
  ['src/cli.ts', `import '../adapters/terminal/a.js';\nimport './app.js';`],
  ['src/cli.ts', `await import('../sandbox/world.js');\nconsole.log('x');`],
  ['src/cli', `await import('../../sandbox/world.js');\nconsole.log('x');`],
  ['adapters/terminal', `console.log('x');`],
  ['test/store', `import '../../src/store/a.js';\nimport '../../sandbox/world.js';\nconsole.log('x');`],
];
