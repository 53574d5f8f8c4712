import { createRequire } from 'node:module';

/** What is used of the bundle. */
interface AdaptiveCards {
  readonly Versions: { readonly v1_5: unknown };
  readonly AdaptiveCard: new () => {
    parse(json: unknown, context: unknown): void;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly SerializationContext: new (
    version: unknown,
  ) => { readonly eventCount: number; getEventAt(i: number): { readonly message: string } };
}

// Node can load the bundle only, whose declarations are of a global and not of a module.
const bundle = 'adaptivecards/dist/adaptivecards.js';
const { AdaptiveCard, SerializationContext, Versions }: AdaptiveCards = createRequire(import.meta.url)(
  bundle,
);

/** What Microsoft's own renderer finds wrong with a card as version 1.5. */
export function lint(card: unknown): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const found = [
    ...Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
  ];
  return found.filter((message) => !known.some((one) => one.test(message)));
}

/** What is no fault of a card: elements of Teams' own, secondary buttons, and a pattern that fits every other time. */
const known = [
  /"CodeBlock"/,
  /^Maximum number of actions exceeded/,
  /^Invalid value "[a-z]{2}" for property "lang"/,
];
