/** What an assignment of the bot says about itself in Azure. */
export interface Mark {
  readonly request: string;
  /** When it ends, in milliseconds since 1970. */
  readonly until: number;
}

const pattern = /^acr-help ([A-Za-z0-9_-]{1,64}) until (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z)$/;

/** The description of an assignment, for whoever finds it in the portal, and for the bot itself. */
export function markOf({ request, until }: Mark): string {
  return `acr-help ${request} until ${new Date(until).toISOString()}`;
}

/** Null for a description that is not the bot's. */
export function readMark(description: string | null): Mark | null {
  const [, request, end = ''] = pattern.exec(description ?? '') ?? [];
  const until = Date.parse(end);
  return request === undefined || Number.isNaN(until) ? null : { request, until };
}
