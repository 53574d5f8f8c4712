const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What one person, and one registry, may ask of approvers (security T39). */
export const mostOpenOfPerson = 5;
export const mostOfRegistry = { requests: 20, withinMs: hour };
/** After a denial the same may not be asked again for so long. */
export const coolDownMs = 10 * minute;

/** An approval that nobody has acted on for so long is no longer one (security T29). */
export const approvalLastsMs = hour;

/** Times that a job is begun. */
export const mostAttempts = 10;
/** A role that could not be taken away is tried again after so long, and a human told meanwhile. */
export const removeAgainMs = day;

/** Both secrets work for at least so long: a new one takes a minute to be known everywhere, and its users longer. */
export const bothValidMs = 15 * minute;
/** When the requester is asked whether the new secret works, and for how long the answer is waited for. */
export const askWhetherItWorksMs = day;
export const unconfirmedLastsMs = 14 * day;
/** Questions that approvers may ask back about one request. */
export const mostQuestions = 10;

/** Records of rights, for so long after they have ended; the audit for as long as what it tells about, and this long. */
export const recordsKeptMs = 400 * day;

/** Characters of a reason and of a why. */
export const mostWords = 500;

/** When a new assignment counts everywhere, at the latest (roles.md §5). */
export const propagatedAfterMs = 10 * minute;

/** When to tell that a grant will end: a day before; of one of less than five days, after four fifths of it. */
export function tellEndingAt(from: number, until: number): number {
  return Math.max(until - day, Math.round(from + 0.8 * (until - from)));
}
