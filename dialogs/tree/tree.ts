import { accounts } from './accounts.js';
import { authorization } from './authorization.js';
import { credentials } from './credentials.js';
import { dockerAndName } from './docker-and-name.js';
import { entry } from './entry.js';
import { networkAndContent } from './network-and-content.js';
import { defineTree, type Node } from './node.js';
import { outcomes } from './outcomes.js';
import { services } from './services.js';

const definition = defineTree({
  ...entry,
  ...dockerAndName,
  ...credentials,
  ...accounts,
  ...authorization,
  ...networkAndContent,
  ...services,
  ...outcomes,
});

/** Name of a node of the decision tree. */
export type NodeId = keyof typeof definition;

/** The decision tree of the two documents, with the causes that they link to. Plain data. */
export const tree: Readonly<Record<NodeId, Node<NodeId>>> = definition;

/** Where every conversation begins. */
export const ROOT: NodeId = 'start';
