/** Neither shell may end at the first program that fails: GitHub's does, unless it is named with its arguments. */
const heads = {
  'azure-devops': '- bash: |',
  'github-actions': '- shell: bash {0}\n  run: |',
} as const;

/** A step of a pipeline that runs lines of Bash, as YAML. */
export function stepOf(place: keyof typeof heads, lines: readonly string[]): string {
  return [heads[place], ...lines.map((line) => `    ${line}`)].join('\n');
}
