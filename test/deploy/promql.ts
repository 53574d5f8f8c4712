/** A metric that an expression reads, and what it wants of its labels. */
export interface Selector {
  readonly name: string;
  readonly matchers: readonly {
    readonly label: string;
    readonly operator: string;
    readonly value: string;
  }[];
}

const words = new Set(['by', 'without', 'on', 'ignoring', 'and', 'or', 'unless', 'bool', 'offset']);

/** The selectors of an expression of PromQL, as far as the rules of deploy/alerts.yaml use it. */
export function selectorsOf(expr: string): readonly Selector[] {
  // Lists of labels are no metrics.
  const bare = expr.replaceAll(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, ' ');
  return [...bare.matchAll(/(?<![\w"])([a-z_:][\w:]*)\s*(\(|\{[^}]*\})?/gi)].flatMap(
    ([, name = '', behind = '']) => {
      if (behind === '(' || words.has(name) || insideOfText(bare, name, behind)) return [];
      const matchers = [...behind.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)].map(
        ([, label = '', operator = '', value = '']) => ({ label, operator, value }),
      );
      return [{ name, matchers }];
    },
  );
}

/** Durations and quoted values have letters, too. */
function insideOfText(expr: string, name: string, behind: string): boolean {
  const withoutTexts = expr.replaceAll(/"[^"]*"/g, '""').replaceAll(/\{[^}]*\}/g, '{}');
  return behind === '' && !new RegExp(`(?<![\\w])${name}(?!\\w)`).test(withoutTexts);
}
