import type { UiTexts } from '../../src/knowledge/texts/ui.js';

type ExampleId = keyof UiTexts['terminal']['examples'];

/** Outputs of real programs, to try the bot with; as printed, so in English. */
const outputs: Readonly<Record<ExampleId, string>> = {
  'login-unauthorized':
    'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.',
  firewall:
    'Error response from daemon: Get "https://contoso.azurecr.io/v2/": denied: client with IP \'203.0.113.7\' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.',
  'cloud-shell':
    "This command requires running the docker daemon, which is not supported in Azure Cloud Shell. You may want to use 'az acr login -n contoso --expose-token' to get an access token, which does not require Docker to be installed.",
};

/** Something to try: what to type, what it is, what would be pasted. */
export interface Example {
  readonly letter: string;
  readonly label: string;
  readonly text: string;
}

/** The examples, with a letter to type each: numbers choose answers. */
export function examplesIn(ui: UiTexts): readonly Example[] {
  // Object.keys widens to string; the keys of the table are exactly ExampleId.
  return (Object.keys(outputs) as ExampleId[]).map((id, i) => ({
    letter: 'abc'.charAt(i),
    label: ui.terminal.examples[id],
    text: outputs[id],
  }));
}
