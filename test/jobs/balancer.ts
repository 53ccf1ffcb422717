import { createServer, request, type Server } from 'node:http';

/** A balancer that sends every request to another service than the one before. */
export interface Balancer {
  readonly address: string;
  /** How many requests each address was given. */
  readonly given: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

/** Sends requests in turn to whoever is there; one that takes no connection is passed over. */
export async function startBalancer(addresses: () => readonly string[]): Promise<Balancer> {
  const given = new Map<string, number>();
  let turn = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => send(addresses().length));
    const send = (tries: number): void => {
      const all = addresses();
      const to = all[(turn += 1) % all.length]!;
      // As a proxy does that names the service as it is reached: in links, and to pages of its own.
      const { method = 'GET', headers } = incoming;
      const passed = request(`${to}${incoming.url}`, { method, headers, agent: false });
      passed.on('response', (response) => {
        given.set(to, (given.get(to) ?? 0) + 1);
        outgoing.writeHead(response.statusCode!, response.headers);
        response.pipe(outgoing);
        response.on('error', () => !outgoing.writableEnded && outgoing.destroy());
      });
      passed.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED' && tries > 1) send(tries - 1);
        else if (!outgoing.writableEnded) outgoing.destroy();
      });
      outgoing.on('close', () => passed.destroy());
      passed.end(Buffer.concat(chunks));
    };
  });
  // On a busy machine a client would take up a line at the moment at which it is given up.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    given,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
