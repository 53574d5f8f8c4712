import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

type Json = Record<string, unknown>;

/** Socket Mode: says hello, sends envelopes, and takes what acknowledges them. */
export class Socket {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #acks = new Map<string, (payload: unknown) => void>();
  #peer: WebSocket | null = null;
  #count = 0;
  /** How many connections were made. */
  connections = 0;
  /** Called when a peer is there. */
  onConnected: () => void = () => {};

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (peer) => {
      this.#peer = peer;
      this.connections += 1;
      peer.on('message', (data) => this.#take(JSON.parse(String(data))));
      peer.on('error', () => {});
      peer.send(
        JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0ACRHELP1' } }),
      );
      this.onConnected();
    });
  }

  /** Sends an envelope; resolves with what acknowledged it. */
  async send(
    type: 'events_api' | 'slash_commands' | 'interactive',
    payload: Json,
    more: Json = {},
  ): Promise<unknown> {
    this.#count += 1;
    const envelope_id = `envelope-${this.#count}`;
    const acknowledged = new Promise<unknown>((resolve) => {
      this.#acks.set(envelope_id, resolve);
    });
    this.raw(
      JSON.stringify({
        envelope_id,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...more,
      }),
    );
    return acknowledged;
  }

  raw(text: string): void {
    if (this.#peer === null) throw new Error('nobody is connected');
    this.#peer.send(text);
  }

  /** Slack asks the client to connect anew. */
  refresh(): void {
    this.raw(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
  }

  /** The connection breaks. */
  drop(): void {
    this.#peer?.terminate();
  }

  close(): void {
    this.drop();
    this.#server.close();
  }

  #take(message: { readonly envelope_id?: string; readonly payload?: unknown }): void {
    const id = message.envelope_id ?? '';
    this.#acks.get(id)?.(message.payload);
    this.#acks.delete(id);
  }
}
