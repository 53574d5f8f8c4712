import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { Registry, World } from '../world/world.js';
import type { Scope } from './scope.js';

/** A call of an operation, as its route read it. */
export interface Call {
  readonly request: SandboxRequest;
  readonly registry: Registry;
  /** Where the call is served. */
  readonly region: string;
  readonly world: World;
  /** Parts of the path that the pattern names, percent-encoding undone. */
  readonly parts: Readonly<Record<string, string>>;
  /** What the caller's token opens; there once the call is authorised. */
  readonly access: readonly Scope[];
}

/** One operation of the data plane: where it is, what it needs, what it does. */
export interface Operation {
  readonly methods: readonly string[];
  readonly path: RegExp;
  readonly needs: (parts: Call['parts'], request: SandboxRequest) => Scope;
  readonly answer: (call: Call) => SandboxResponse | Promise<SandboxResponse>;
}
