import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../src/probe/checksum.js';
import { printReport } from '../../src/probe/print-report.js';
import { readReports } from '../../src/probe/read-report.js';
import { emptyReport, probeReport } from '../../src/probe/report.js';
import { anyReport, fullReport } from './reports.js';

const block = printReport(fullReport);
const whole = [{ kind: 'whole', report: fullReport }];

describe('a report that was copied whole', () => {
  it('has the lines of the documented form', () => {
    expect(block).toMatchSnapshot();
    expect(readReports(block)).toEqual(whole);
    expect(readReports(printReport(fullReport, 'cksum'))).toEqual(whole);
  });

  it('reads back what was printed, whatever it says', () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom('cksum' as const, 'sha256' as const), (report, kind) => {
        expect(readReports(printReport(report, kind))).toEqual([{ kind: 'whole', report }]);
      }),
    );
  });

  const lines = block.split('\n');
  const damages: Readonly<Record<string, string>> = {
    'lines of Windows': block.replaceAll('\n', '\r\n'),
    'quote marks': lines.map((line) => `> ${line}`).join('\n'),
    'quoted twice, with escapes of HTML': lines.map((line) => `&gt; &gt; ${escaped(line)}`).join('\n'),
    'escaped twice': escaped(escaped(block)),
    'spaces that do not break': block.replaceAll(' ', '\u00a0'),
    indentation: lines.map((line) => `\t    ${line}   `).join('\n'),
    'blank lines between': lines.join('\n\n'),
    'dashes of a word processor': block.replaceAll('---', '\u2014'),
    'a fence and words around': `Here it is:\n\`\`\`text\n${block}\n\`\`\`\nat last!`,
    'times of a pipeline': lines.map((line) => `2026-11-29T12:00:01.1234567Z ${line}`).join('\n'),
    colours: lines.map((line) => `\u001b[0;36m${line}\u001b[0m`).join('\n'),
    'links of Slack': block.replaceAll(
      / (contoso\.[a-z.]+)/g,
      (_all, host: string) => ` <http://${host}|${host}>`,
    ),
    'links of Markdown': block.replaceAll(
      / (contoso\.[a-z.]+)/g,
      (_all, host: string) => ` [${host}](http://${host})`,
    ),
    'HTML of Teams': `<div>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`,
    'escapes of Markdown': block.replaceAll('_', '\\_').replaceAll('-', '\\-'),
    'invisible characters at its ends': lines.map((line) => `\u200b${line}\ufeff`).join('\n'),
    'wrapped between words': block.replaceAll(/ (?=cname |app-service |addr )/g, '\n'),
    'wrapped within words': wrapped(block, 70),
    'all in one line': block.replaceAll('\n', ' '),
  };
  it.each(Object.entries(damages))('is told whole: %s', (_name, text) => {
    expect(readReports(text)).toEqual(whole);
  });

  it('is found beside another, in order', () => {
    const other = { ...fullReport, from: 'laptop' as const };
    const read = readReports(`from my pod:\n${block}\nand from here:\n${printReport(other, 'cksum')}`);
    expect(read).toEqual([...whole, { kind: 'whole', report: other }]);
  });
});

it('a chain of names survives being escaped, once and twice', () => {
  const { login } = fullReport;
  const cname = ['contoso.privatelink.azurecr.io', 'r1.azcr.io'];
  const report = { ...fullReport, login: { ...login, dns: login.dns && { ...login.dns, cname } } };
  const chained = printReport(report);
  for (const text of [
    chained,
    escaped(chained),
    escaped(escaped(chained)),
    escaped(chained).replaceAll('&gt;', '&#62;'),
  ])
    expect(readReports(text)).toEqual([{ kind: 'whole', report }]);
});

describe('a report of a snippet', () => {
  const printed = [
    'registry contoso.azurecr.io',
    'from pod',
    'at 2026-11-29T12:00:00Z',
    'host 10.1.2.3',
    'saw Server: 10.0.0.10',
    'saw canonical name = contoso.privatelink.azurecr.io.',
    'saw Address: 10.1.2.3',
    'saw Connected',
    'saw issuer: C=US; O=Microsoft Corporation; CN=Azure CA',
    'saw HTTP/1.1 401',
    'saw realm= contoso.azurecr.io',
    'saw date: Sun, 29 Nov 2026 12:00:03 GMT',
    'proxy https none excepted no',
  ];
  const text = (body: readonly string[]) =>
    ['--- acr-help probe 1', ...body, `--- ${body.length} cksum ${checksumOf(body, 'cksum')} 321`].join('\n');

  it('says the same as one of the probe', () => {
    const read = [
      {
        kind: 'whole',
        report: {
          ...emptyReport(fullReport.registry, 'pod'),
          at: fullReport.at,
          login: {
            dns: {
              resolver: '10.0.0.10',
              cname: ['contoso.privatelink.azurecr.io'],
              answer: { kind: 'found', addresses: ['10.1.2.3'] },
            },
            lookup: { kind: 'found', addresses: ['10.1.2.3'] },
            tcp: 'ok',
            tls: { result: 'ok', issuer: 'Microsoft Corporation' },
            v2: { status: 401, realm: 'contoso.azurecr.io' },
          },
          proxy: { set: false, excepted: false },
          clockAhead: -3,
        },
      },
    ];
    expect(readReports(text(printed))).toEqual(read);
    expect(readReports(text(printed).replaceAll('\n', '\r\n> '))).toEqual(read);
    expect(readReports(text(printed).replaceAll('\n', ' '))).toEqual(read);
  });

  it('is of the same grammars, whatever its words', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...printed), fc.string())), (words) => {
        const body = [...printed.slice(0, 3), ...words.map((word) => `saw ${word}`)];
        for (const { report } of readReports(text(body)))
          if (report !== null) expect(probeReport.parse(report)).toEqual(report);
      }),
    );
    const evil = text([...printed, 'saw canonical name = evil|name.']);
    expect(readReports(evil).map(({ kind }) => kind)).toEqual(['edited']);
  });
});

describe('a report that was damaged', () => {
  const lines = block.split('\n');

  it('is never told whole when lines are missing, and what is left is read', () => {
    for (let cut = 1; cut < lines.length; cut++) {
      const [read, ...others] = readReports(lines.slice(0, cut).join('\n'));
      expect(others).toEqual([]);
      expect(read?.kind).toBe('truncated');
      expect(read?.report?.registry ?? null).toBe(cut > 1 ? 'contoso.azurecr.io' : null);
    }
    const withoutOne = lines.filter((line) => !line.startsWith('clock'));
    expect(readReports(withoutOne.join('\n'))).toEqual([
      { kind: 'truncated', report: { ...fullReport, clockAhead: null } },
    ]);
    const [read] = readReports(lines.slice(3).join('\n'));
    expect(read).toEqual({ kind: 'truncated', report: null });
  });

  it('keeps its last line although words follow it', () => {
    const [read] = readReports(`${lines.slice(0, 9).join('\n')}\nthat is all I see\nand now?`);
    expect(read?.report?.login.v2).toEqual(fullReport.login.v2);
  });

  it('is told edited when a line says something else, twice, or what no grammar allows', () => {
    const { registry } = fullReport;
    const kinds = [
      block.replace('10.1.2.3', '10.1.2.4'),
      forged(lines.map((line) => line.replace('daemon no', 'daemon perhaps'))),
      forged([...lines, 'clock 4']),
      forged([...lines, 'tcp evil.example ok']),
      forged([...lines, 'tcp other.westeurope.data.azurecr.io ok']),
      forged(lines.map((line) => line.replaceAll('contoso.westeurope.data', 'other.westeurope.data'))),
      forged(lines.map((line) => line.replace('Microsoft Corporation', 'visit evil.example'))),
      forged(lines.map((line) => line.replace('addr 10.1.2.3', 'addr 0x7f.1'))),
      forged(lines.map((line) => line.replace('2026-11-29', '2026-13-40'))),
    ].map((text) => readReports(text).map(({ kind, report }) => [kind, report?.registry]));
    expect(kinds).toEqual(kinds.map(() => [['edited', registry]]));
  });

  it('names no registry that did not stand there so', () => {
    const hidden = block.replaceAll('contoso.azurecr.io', 'con\u200btoso.azurecr.io');
    expect(readReports(hidden)).toEqual([{ kind: 'edited', report: null }]);
    const foreign = forged(lines.map((line) => line.replaceAll('contoso.azurecr.io', 'evil.example')));
    expect(readReports(foreign)).toEqual([{ kind: 'edited', report: null }]);
  });
});

describe('any text', () => {
  it('without a report gives none', () => {
    for (const text of [
      '',
      'at least\ndns failed\nregistry contoso.azurecr.io',
      '--- acr-help probe 2\nfrom pod',
    ])
      expect(readReports(text)).toEqual([]);
  });

  it('never throws, and gives only what the schema allows', () => {
    const piece = fc.oneof(fc.constantFrom(...block.split('\n')), fc.string(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('\n', ' ', '\r\n', ''), (pieces, glue) => {
        for (const { report } of readReports(pieces.join(glue)))
          if (report !== null) expect(probeReport.parse(report)).toEqual(report);
      }),
    );
  });

  it('with one character changed is not told whole, or says the same', () => {
    fc.assert(
      fc.property(fc.nat(block.length - 1), fc.string({ unit: 'grapheme', maxLength: 1 }), (at, put) => {
        const text = block.slice(0, at) + put + block.slice(at + 1);
        const [read] = readReports(text);
        if (read?.kind === 'whole') expect(read.report).toEqual(fullReport);
      }),
      { numRuns: 1000 },
    );
  });

  it('of any length takes little time', () => {
    const long = ['--- acr-help probe 1', ...Array.from({ length: 50_000 }, () => 'at '), '<'.repeat(50_000)];
    const began = performance.now();
    readReports(long.join('\n'));
    readReports(`${block.slice(0, -5)}\n${'x\n'.repeat(30_000)}--- 9 cksum 1`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

/** With the checksum that it should have: anybody can compute it. */
function forged(lines: readonly string[]): string {
  const body = lines.filter((line) => !line.startsWith('---'));
  return [lines[0], ...body, `--- ${body.length} sha256 ${checksumOf(body, 'sha256')}`].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('>', '&gt;');
}

function wrapped(text: string, columns: number): string {
  const pieces = new RegExp(`.{1,${columns}}`, 'g');
  return text
    .split('\n')
    .flatMap((line) => line.match(pieces) ?? [])
    .join('\n');
}
