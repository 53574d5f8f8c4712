import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseLoginServer } from '../../../src/diagnosis/facts/login-server.js';
import { snippetPlaces } from '../../../src/knowledge/vocabulary.js';
import { LONGEST_SNIPPET, snippetFor } from '../../../src/probe/snippets/snippet.js';

const server = parseLoginServer('contoso.azurecr.io') ?? expect.fail('no login server');
/** As long as the grammar admits. */
const longest = `${'a'.repeat(50)}-${'b'.repeat(32)}.${'c'.repeat(30)}.geo.azurecr.io`;

describe.each(snippetPlaces)('the snippet for %s', (place) => {
  it('has at most 1,500 characters for the longest name that there is', () => {
    const name = parseLoginServer(longest) ?? expect.fail('no login server');
    expect(parseLoginServer(longest.replace('c', 'cc'))).toBeNull();
    expect(snippetFor(name, place).length).toBeLessThanOrEqual(LONGEST_SNIPPET);
  });

  it('is plain ASCII, and reads no secret', () => {
    const text = snippetFor(server, place);
    expect(text).toMatch(/^[\n\x20-\x7e]+$/);
    expect(text).toContain('contoso.azurecr.io');
    // No value of a helper, no token of an identity, no file to write, nothing sent but a request without a sign-in.
    expect(text).not.toMatch(
      /credential-\S+ get|metadata:|identity\/oauth2|authorization|--data|-X ?P|\beval\b/i,
    );
  });
});

const steps = z.array(z.record(z.string(), z.string()));

it('steps of pipelines are YAML that holds the script', () => {
  const [azure] = steps.parse(parse(snippetFor(server, 'azure-devops')));
  expect(azure?.['bash']).toContain('\nfrom azure-devops\n');
  const [github] = steps.parse(parse(snippetFor(server, 'github-actions')));
  expect(github?.['run']).toContain('\nfrom github-actions\n');
  // Neither service finds anything of its own to expand in it.
  for (const script of [azure?.['bash'], github?.['run']])
    expect(script).not.toMatch(/\$\{\{|\$\([A-Za-z._]+\)/);
});
