import type { Caller } from '../entra/caller.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { World } from '../world/world.js';
import type { ArmPath } from './path.js';

/** An authenticated call of Resource Manager whose subscription exists. */
export interface Call extends ArmPath {
  readonly request: SandboxRequest;
  readonly query: URLSearchParams;
  readonly caller: Caller;
  readonly world: World;
}

/** Answers one kind of path: a body for 200, or a whole answer. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `microsoft.containerregistry/registries`, `…/tokens`; see `ArmPath`. */
  readonly type: string;
  readonly single: boolean;
  readonly run: (call: Call) => SandboxResponse;
}
