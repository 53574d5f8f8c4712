import { text } from 'node:stream/consumers';
import type { Sandbox } from '../../sandbox/open.js';
import type { Context } from './context.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
