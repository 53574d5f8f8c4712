/** Headers of a response, of whichever copy of the pipeline. */
interface Headers {
  get(name: string): string | undefined;
}

/** How long a service asks to wait: seconds, milliseconds (Azure's own header) or a date. Null: it does not say. */
export function retryAfterSeconds(headers: Headers | undefined, now: number = Date.now()): number | null {
  const milliseconds = headers?.get('retry-after-ms') ?? headers?.get('x-ms-retry-after-ms');
  if (milliseconds !== undefined && /^\d{1,9}$/.test(milliseconds)) return Number(milliseconds) / 1000;
  const value = headers?.get('retry-after');
  if (value === undefined) return null;
  if (/^\d{1,6}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
