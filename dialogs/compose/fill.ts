/** Puts values into a text of the tables: `{name}` → value. A name without a value stays visible. Pure. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
