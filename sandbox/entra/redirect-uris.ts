import type { World } from '../world/world.js';

/** Redirect URIs that the bot's application has in every world, whatever the port. */
const onLoopback = ['http://localhost/signed-in', 'http://127.0.0.1/signed-in'];

/**
 * Whether the bot's application is registered with a redirect URI: compared whole, and without the port on loopback
 * (Entra, "Redirect URI (reply URL) outline and restrictions").
 */
export function isRegistered(uri: string, { bot }: World): boolean {
  if (bot.redirectUris.includes(uri)) return true;
  return onLoopback.includes(uri.replace(/^(http:\/\/(?:localhost|127\.0\.0\.1)):\d{1,5}(?=\/)/, '$1'));
}
