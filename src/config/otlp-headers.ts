/**
 * Headers as OpenTelemetry writes them into a variable: `name=value,name=value`, values percent-encoded (OpenTelemetry
 * specification, "Protocol Exporter", after W3C Baggage).
 *
 * @returns by name; null for what is none
 */
export function headersOf(text: string): Readonly<Record<string, string>> | null {
  const headers: Record<string, string> = {};
  for (const each of text.split(',')) {
    if (each.trim() === '') continue;
    const [, name, value] = /^\s*([\w-]{1,100})\s*=\s*([\x21-\x7e]{0,4096})\s*$/.exec(each) ?? [];
    const plain = value === undefined ? null : decoded(value);
    if (name === undefined || plain === null) return null;
    headers[name] = plain;
  }
  return headers;
}

function decoded(value: string): string | null {
  try {
    const plain = decodeURIComponent(value);
    return /^[\x20-\x7e]*$/.test(plain) ? plain : null;
  } catch {
    return null;
  }
}
