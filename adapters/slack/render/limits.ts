/** Limits of Block Kit in characters (https://docs.slack.dev/reference/block-kit), where a text is cut or moved. */
export const limits = {
  /** Blocks of a message; a view may have 100. */
  blocks: 50,
  viewBlocks: 100,
  /**
   * Characters of a whole message. Slack documents none, and refuses messages with `msg_blocks_too_long` from about
   * 11,000 on.
   */
  message: 8_000,
  /** The same with everything around the texts, in case that is what Slack counts. */
  messageJson: 12_000,
  text: 3_000,
  header: 150,
  button: 75,
  option: 75,
  placeholder: 150,
  /** Elements of one row of buttons. */
  actions: 25,
  options: 100,
  modalTitle: 24,
  inputLabel: 2_000,
  input: 3_000,
  url: 3_000,
} as const;
