import type { SectionId } from '../../passages.js';

/** Titles of the sections of the two documents that the tree follows. */
export const sections: Readonly<Record<SectionId, string>> = {
  'a-intro': 'Troubleshoot registry login',
  'a-symptoms': 'Symptoms',
  'a-causes': 'Causes',
  'a-further-diagnosis': 'Further diagnosis',
  'a-docker': 'Check Docker configuration',
  'a-name': 'Specify correct registry name',
  'a-credentials': 'Confirm credentials to access registry',
  'a-authorized': 'Confirm credentials are authorized to access registry',
  'a-roles': 'Validate identity permissions and role assignments',
  'a-expired': 'Check that credentials aren’t expired',
  'a-advanced': 'Advanced troubleshooting',
  'a-next-steps': 'Next steps',
  'b-intro': 'Troubleshoot Azure Container Registry authentication issues',
  'b-initial': 'Initial troubleshooting',
  'b-error-1': 'Error 1: `DOCKER_COMMAND_ERROR`',
  'b-error-2': 'Error 2: Docker daemon is not supported in Azure Cloud Shell',
  'b-error-3': 'Error 3: “Unauthorized: authentication required”',
  'b-error-4': 'Error 4: “Unable to get admin user credentials”',
  'b-error-5': 'Error 5: “Client with IP is not allowed access”',
  'b-help': 'Contact us for help',
};
