import { type Activity, CardFactory } from 'botbuilder';
import type { Card } from '../cards/element.js';

/** The activity for a card. What a notification shows is constant (security T19). Pure. */
export function cardActivity(card: Card, fallback: string): Partial<Activity> {
  return { type: 'message', summary: fallback, attachments: [CardFactory.adaptiveCard(card)] };
}

/** The activity for one line that nothing is read into: no markdown, no mention (security T50). Pure. */
export function lineActivity(text: string): Partial<Activity> {
  return { type: 'message', textFormat: 'plain', text, summary: text };
}
