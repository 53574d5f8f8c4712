/** The ledger's part of the schema. Ids of Entra and Resource Manager by which rows are compared are in lower case. */
export interface LedgerTables {
  access_request: {
    id: string;
    /** `role` or `rotation`. */
    kind: string;
    /** Of the same identity, role, registry and repository it is the same. */
    dedupe_key: string;
    requester: string;
    registry: string;
    /** JSON of the spec; the columns above and below are from it. */
    spec: string;
    spec_hash: string;
    scope: string;
    state: string;
    policy_hash: string;
    rule: string;
    tier: number;
    approvals_needed: number;
    approvals: number;
    why: string | null;
    submitted_at: number;
    pending_until: number;
    approved_at: number | null;
    assignment: string | null;
    /** 1 while there is an assignment in Azure that the bot has to remove. */
    owned: number;
    extends: string | null;
    until: number | null;
    /** JSON of a new secret, without its value. */
    made: string | null;
    made_at: number | null;
    confirmed_at: number | null;
    /** Null for as long as nobody else may ask for the same. */
    ended_at: number | null;
    /** Where the audit of it begins. */
    audit_from: number;
  };
  access_barred: { request: string; object_id: string };
  access_verdict: {
    request: string;
    object_id: string;
    verdict: string;
    strength: string;
    party: string;
    at: number;
  };
  access_job: {
    id: string;
    request: string;
    kind: string;
    not_before: number;
    attempts: number;
    lease: string | null;
    leased_until: number | null;
    /** Why it was put off last. */
    why: string | null;
    done_at: number | null;
  };
  access_card: { request: string; person: string; ref: string; at: number };
  access_question: {
    request: string;
    number: number;
    party: string;
    words: string;
    at: number;
    answer: string | null;
  };
  secret_delivery: {
    token_hash: string;
    request: string;
    /** Object id. */
    recipient: string;
    tenant: string;
    /** Null once it was shown, or is over. */
    ciphertext: string | null;
    until: number;
    claimed_at: number | null;
  };
  audit: { seq: number; at: number; event: string; body: string; previous: string; hash: string };
}
