/** A piece of an ABAC condition: a sign of logic, or a comparison. Names and operators in lower case. */
export type Token =
  | { readonly kind: 'sign'; readonly sign: '(' | ')' | 'AND' | 'OR' | 'NOT' }
  | {
      readonly kind: 'atom';
      readonly name: string;
      readonly operator: string;
      /** Empty: not of the known forms. */
      readonly values: readonly string[];
    };

/** Conditions of Azure are at most 8 KB; longer ones are not read. */
const LONGEST = 8192;

const piece = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    '(?<sign>[()])',
    String.raw`(?<not>!|NOT\b)`,
    String.raw`(?<and>AND\b|&&)`,
    String.raw`(?<or>OR\b|\|\|)`,
    String.raw`(?<match>(?:Sub)?(?:Operation|Action)Matches)\s{0,20}\{(?<matched>[^{}]{0,1000})\}`,
    String.raw`(?<name>@[A-Za-z]{1,20}\[[^\[\]]{1,300}\])\s{0,20}(?<operator>[A-Za-z:]{1,80})\s{0,20}(?:'(?<value>[^']{0,500})'|\{(?<values>[^{}]{0,2000})\})`,
  ].join('|'),
  'iy',
);

/** Cuts a condition into tokens; null where something is not of the known forms. Pure; linear. */
export function tokensOf(condition: string): readonly Token[] | null {
  if (condition.length > LONGEST) return null;
  const tokens: Token[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < condition.length) {
    const groups = piece.exec(condition)?.groups;
    if (groups === undefined) return null;
    const token = tokenOf(groups);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | null {
  if (groups['space'] !== undefined) return null;
  if (groups['sign'] !== undefined) return { kind: 'sign', sign: groups['sign'] === '(' ? '(' : ')' };
  if (groups['not'] !== undefined) return { kind: 'sign', sign: 'NOT' };
  if (groups['and'] !== undefined) return { kind: 'sign', sign: 'AND' };
  if (groups['or'] !== undefined) return { kind: 'sign', sign: 'OR' };
  const { match, matched, name, operator = '', value, values } = groups;
  if (match !== undefined) {
    return { kind: 'atom', name: match.toLowerCase(), operator: '', values: quoted(matched ?? '') };
  }
  return {
    kind: 'atom',
    name: (name ?? '').toLowerCase(),
    operator: operator.toLowerCase(),
    values: value === undefined ? quoted(values ?? '') : [value],
  };
}

/** The values of a list; none where something in it is not a quoted text. */
function quoted(list: string): readonly string[] {
  const values = list.split(',').map((item) => /^'([^']{0,500})'$/.exec(item.trim())?.[1]);
  return values.every((value) => value !== undefined) ? values : [];
}
