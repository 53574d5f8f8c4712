import type { CauseId, Family } from '../knowledge/causes.js';
import type {
  AuthMethod,
  Client,
  Environment,
  FactName,
  Operation,
  RegistryMode,
  Shell,
  StatusOwner,
  Symptom,
} from '../knowledge/vocabulary.js';
import type { Output } from './outputs/output.js';
import type { SignatureId } from './recognise/signatures.js';
import type { SecretFinding } from './redact/redact.js';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/**
 * Host name of a registry's login server, lower case, e.g. `contoso.azurecr.io`, `contoso-a1b2.azurecr.io`.
 * Minted only by `parseLoginServer`; whoever holds one may trust that it is a registry host of a known cloud.
 */
export type LoginServer = Branded<'LoginServer'>;

/** Resource name of a registry: 5–50 alphanumeric characters. */
export type RegistryName = Branded<'RegistryName'>;

/**
 * Typed facts found in a paste. Each passed a grammar; absent when not seen. Each is the *decisive* one: where
 * a paste names two repositories, the one of the decisive error.
 */
export interface Facts extends Partial<Record<FactName, unknown>> {
  readonly loginServer?: LoginServer;
  readonly registry?: RegistryName;
  /** OCI repository name, e.g. `team/app`. */
  readonly repository?: string;
  readonly tag?: string;
  /** `sha256:` plus 64 hex digits. */
  readonly digest?: string;
  /** Operating system and architecture that the image was wanted for, e.g. `linux/arm64`. */
  readonly platform?: string;
  /** The client's address in a firewall refusal or as it is told, else the dialled address. */
  readonly ip?: string;
  readonly httpStatus?: { readonly code: number; readonly whose: StatusOwner };
  /** CLI check-health code, else registry or ARM error code, e.g. `CONNECTIVITY_DNS_ERROR`, `DENIED`. */
  readonly errorCode?: string;
  /** e.g. `AADSTS7000215`. */
  readonly aadsts?: string;
  readonly subscription?: string;
  readonly clientId?: string;
  readonly tenant?: string;
  /** Object id of the identity that Resource Manager refused. */
  readonly objectId?: string;
  /** Issuer and subject of the assertion that Entra could not match to a federated credential. */
  readonly federatedIssuer?: string;
  readonly federatedSubject?: string;
  readonly correlationId?: string;
  /** ARM scope, or the registry scope that was asked (`repository:team/app:pull`). */
  readonly scope?: string;
  /** ARM action (`Microsoft.ContainerRegistry/registries/read`) or registry action (`pull`, `metadata_read`). */
  readonly action?: string;
}

/** One cause with what speaks for and against it in the text. */
export interface RankedCause {
  readonly cause: CauseId;
  readonly family: Family;
  /** 0–1; how often a reading like this one is expected to be right about the first cause. */
  readonly confidence: number;
  /** Signatures that speak for it, strongest first. */
  readonly evidence: readonly SignatureId[];
  /** Signatures that speak against it. */
  readonly against: readonly SignatureId[];
}

/** What some of the voices in a text say by themselves. */
export interface Heard {
  readonly cause: CauseId;
  readonly confidence: number;
  readonly symptom: Symptom | null;
}

/** All that is kept of a paste. Holds no pasted text. */
export interface Reading {
  readonly aboutAcr: boolean;
  /** Best first; never empty: `not-acr` or `unknown` when nothing else fits. */
  readonly causes: readonly RankedCause[];
  readonly facts: Facts;
  readonly authMethod: AuthMethod | null;
  readonly operation: Operation | null;
  readonly environment: Environment | null;
  readonly client: Client | null;
  readonly shell: Shell | null;
  /** Permission mode of the registry, where the text names it. */
  readonly mode: RegistryMode | null;
  /** Address under which the client is seen from outside; `facts.ip` may be the registry's. */
  readonly clientIp: string | null;
  /** Row of the decisive error in "What exactly did you see?"; null when no signature matched. */
  readonly symptom: Symptom | null;
  /** What program output says alone; null where there is none that is known. Only this is a finding. */
  readonly printed: Heard | null;
  /** What programs print and the person states, without guesses and questions; null where there is no such word. */
  readonly stated: Heard | null;
  /** Evidence that may be shown, for it stands in the text: labels of signatures, or words of our tables. */
  readonly quoted: Readonly<Partial<Record<SignatureId, string>>>;
  readonly secrets: readonly SecretFinding[];
  /** Something in the middle was left out because of the size cap. */
  readonly truncated: boolean;
  /** What the text shows of the docker daemon, network etc.: every signature that matched, strongest first. */
  readonly signatures: readonly SignatureId[];
  /** Outputs of programs that were run to look, in the order of the text's windows. */
  readonly outputs: readonly Output[];
}

/**
 * Names in the letters of the text, which a grammar lowers or refuses: `ACRNAME.azurecr.io`, `reg.azurecr.io` (too
 * short), `Team/App`. They are what may be wrong, so they are worth showing – in the terminal that the paste came
 * from only, never in a chat, and never as a host to ask. Letters, digits and `._/-` only.
 */
export interface AsWritten {
  readonly loginServer: string | null;
  readonly registry: string | null;
  readonly repository: string | null;
}

/** What `diagnose` gives: the reading, and – for the terminal only – the text with its secrets replaced. */
export interface Diagnosis {
  readonly reading: Reading;
  readonly redactedText: string;
  readonly asWritten: AsWritten;
}
