/**
 * The window of a query: `from/to` in ISO 8601, or a span such as `PT24H` or `P1D` until now; without one that can be
 * read, everything.
 */
export function timespanOf(text: string, now: Date): { readonly from: Date; readonly to: Date } {
  const [from = '', to = ''] = text.split('/');
  const window = { from: new Date(from), to: new Date(to) };
  if (!Number.isNaN(window.from.getTime()) && !Number.isNaN(window.to.getTime())) return window;
  const [, days, hours] = /^P(?:(\d{1,3})D)?(?:T(\d{1,3})H)?$/.exec(text) ?? [];
  const span = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 3_600_000;
  return { from: new Date(span === 0 ? 0 : now.getTime() - span), to: now };
}
