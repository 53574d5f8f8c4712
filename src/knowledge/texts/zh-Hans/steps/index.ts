import type { StepId } from '../../../fixes/steps.js';
import { authorizationSteps } from './authorization.js';
import { dockerSteps } from './docker.js';
import { kubernetesSteps } from './kubernetes.js';
import { limitSteps } from './limits.js';
import { managementSteps } from './management.js';
import { nameSteps } from './name.js';
import { networkSteps } from './network.js';
import { otherSteps } from './other.js';
import { secretSteps } from './secrets.js';
import { signInSteps } from './sign-in.js';

/** 每个步骤的句子。 */
export const steps: Readonly<Record<StepId, string>> = {
  ...dockerSteps,
  ...nameSteps,
  ...signInSteps,
  ...secretSteps,
  ...authorizationSteps,
  ...managementSteps,
  ...kubernetesSteps,
  ...networkSteps,
  ...limitSteps,
  ...otherSteps,
};
