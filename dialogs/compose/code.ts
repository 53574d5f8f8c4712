import type { Code } from '../../src/chat/message.js';
import type { RenderedCommand } from '../../src/knowledge/fixes/commands.js';

/** Code blocks for a command: one where both shells agree, else one for each. */
export function commandBlocks(command: RenderedCommand): readonly Code[] {
  const bash: Code = { type: 'code', language: 'bash', text: command.bash };
  if (command.bash === command.powershell) return [bash];
  return [bash, { type: 'code', language: 'powershell', text: command.powershell }];
}
