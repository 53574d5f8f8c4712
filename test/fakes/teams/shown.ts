type Json = Readonly<Record<string, unknown>>;

/** A message as somebody sees it now. */
export interface Shown {
  readonly id: string;
  readonly conversation: string;
  /** How often it was put in the place of an earlier state. */
  readonly updates: number;
  /** All that can be read in it, folded parts too, one line a block. */
  readonly text: string;
  /** Labels of what can be pressed, in order. */
  readonly buttons: readonly string[];
  /** Titles of a list to choose from. */
  readonly choices: readonly string[];
  /** Ids of fields. */
  readonly fields: readonly string[];
  readonly activity: Json;
}

export function shown(id: string, conversation: string, updates: number, activity: Json): Shown {
  const parts = partsOf(activity);
  return {
    id,
    conversation,
    updates,
    text: [String(activity['text'] ?? ''), ...parts.flatMap(textOf)].filter((line) => line !== '').join('\n'),
    buttons: parts.flatMap((part) => (isAction(part) ? [String(part['title'])] : [])),
    choices: choicesOf(activity).map(({ title }) => title),
    fields: parts.flatMap((part) => (isField(part) ? [String(part['id'])] : [])),
    activity,
  };
}

/** The card of an activity; null for one without. */
function cardOf(activity: Json): Json | null {
  const attachments = activity['attachments'];
  const first: unknown = Array.isArray(attachments) ? attachments[0] : undefined;
  return isObject(first) && isObject(first['content']) ? first['content'] : null;
}

/** All elements and actions of a card, in order, without fallbacks. */
export function partsOf(activity: Json): readonly Json[] {
  const card = cardOf(activity);
  return card === null ? [] : walk(card);
}

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What a question is answered from. */
export function choicesOf(activity: Json): readonly Choice[] {
  const set = partsOf(activity).find((part) => part['type'] === 'Input.ChoiceSet' && !isField(part));
  return set === undefined ? [] : choicesIn(set);
}

export function choicesIn({ choices }: Json): readonly Choice[] {
  // The fake reads what the adapter wrote.
  return Array.isArray(choices) ? (choices as Choice[]) : [];
}

/** Whether it is a field of a form, by what it is or by its id: a question's list has another. */
export function isField({ type, id }: Json): boolean {
  return type === 'Input.Text' || (type === 'Input.ChoiceSet' && id !== 'i:choice');
}

export function isAction(part: Json): boolean {
  return (
    typeof part['type'] === 'string' &&
    part['type'].startsWith('Action.') &&
    part['type'] !== 'Action.ToggleVisibility'
  );
}

function walk(part: Json): readonly Json[] {
  const inner = ['body', 'items', 'columns', 'actions', 'inlines'].flatMap((key) => {
    const list = part[key];
    return Array.isArray(list) && part['type'] !== 'RichTextBlock' ? list.filter(isObject).flatMap(walk) : [];
  });
  return [part, ...inner];
}

function textOf(part: Json): readonly string[] {
  if (part['type'] === 'TextBlock')
    return [
      String(part['text'])
        .replace(/\\(?=[\\`*_[\]])/g, '')
        .replaceAll('\u2060', ''),
    ];
  if (part['type'] === 'CodeBlock') return [String(part['codeSnippet'])];
  if (part['type'] === 'RichTextBlock' && Array.isArray(part['inlines']))
    return [
      part['inlines']
        .filter(isObject)
        .map((run) => String(run['text']))
        .join(''),
    ];
  const words = [
    part['label'],
    part['value'],
    ...(isField(part) ? choicesIn(part).map(({ title }) => title) : []),
  ];
  return words.filter((word) => typeof word === 'string');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
