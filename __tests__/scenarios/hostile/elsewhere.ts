import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Some other host: notes whoever comes, says nothing. */
export interface Elsewhere {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly port: number;
  /** What was sent, one entry per connection. */
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function openElsewhere(): Promise<Elsewhere> {
  const visits: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = visits.push('') - 1;
    sockets.add(socket);
    socket.on('data', (data) => {
      visits[index] = (visits[index] ?? '') + data.toString('latin1');
      socket.destroy();
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    visits,
    close: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    }),
  };
}
