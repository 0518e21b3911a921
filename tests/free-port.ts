import type { Server } from 'node:http';

/** A server that listens on a free port of this machine. */
export interface Listening {
  /** Where it is, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Ends it, and the connections that are still open. */
  readonly close: () => Promise<void>;
}

/** Has a server listen on a free port. */
export async function listenOnFreePort(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server on a port of this host has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
