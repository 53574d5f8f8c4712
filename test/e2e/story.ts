import { expect, test } from 'vitest';
import { type Company, openCompany, type Plot } from './company.js';

export const minute = 60_000;
export const hour = 60 * minute;

/** A story, at whose end no secret that the world has or has had is in anything that left the bot or that it keeps. */
export function story(name: string, plot: Plot, tell: (company: Company) => Promise<void>): void {
  test(name, { timeout: 90_000 }, async () => {
    const company = await openCompany(plot);
    await tell(company);
    expect(company.traces.leaks()).toEqual([]);
  });
}
