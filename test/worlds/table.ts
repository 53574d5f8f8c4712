import { median, type PlayedWorld } from './play.js';

const headings = [
  'world',
  'decided by',
  'asked',
  'checks',
  'cause told',
  'confidence',
  'decoy',
  'decoy ruled out',
  'twin',
] as const;

const outs = {
  seen: 'by a check',
  told: 'by an answer',
  outweighed: 'outweighed',
  standing: 'no: still stands',
  named: 'no: named',
} as const satisfies Record<PlayedWorld['decoyRuledOut'], string>;

/** All worlds, one a line, and below what they amount to. */
export function tableOf(played: readonly PlayedWorld[]): string {
  const rows = [headings, ...played.map(rowOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return [...lines, '', summaryOf(played)].join('\n');
}

function rowOf({ truth, decidedBy, first, checks, decoy, decoyRuledOut, repaired }: PlayedWorld): string[] {
  return [
    truth,
    decidedBy,
    first.asked.length === 0 ? '0' : `${first.asked.length}: ${first.asked.join(', ')}`,
    String(checks.length),
    first.cause === truth ? 'right' : `WRONG: ${first.cause}`,
    first.confidence.toFixed(2),
    decoy,
    outs[decoyRuledOut],
    repaired.resolved ? `resolved, ${repaired.toldToWork ? 'told' : 'seen'}` : `NOT: ${repaired.cause}`,
  ];
}

function summaryOf(played: readonly PlayedWorld[]): string {
  const count = (fits: (world: PlayedWorld) => boolean) => `${played.filter(fits).length}/${played.length}`;
  const asked = played.map(({ first }) => first.asked.length);
  return [
    `right ${count((it) => it.first.cause === it.truth)}`,
    `decoy ruled out ${count((it) => it.decoyRuledOut !== 'standing' && it.decoyRuledOut !== 'named')} (by a check ${count((it) => it.decoyRuledOut === 'seen')}, by an answer ${count((it) => it.decoyRuledOut === 'told')})`,
    `twin resolved ${count((it) => it.repaired.resolved)} (seen by the bot ${count((it) => it.repaired.resolved && !it.repaired.toldToWork)})`,
    `answers at most ${Math.max(...asked)}, median ${median(asked)}`,
  ].join('; ');
}
