import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Smart HTTP over `git http-backend`, private: without the right token the answer is 401, as with GitHub. */
export interface GitServer {
  readonly url: string;
  readonly requests: GitRequest[];
  /** Called when a push is about to be carried out, after the client has seen the refs: the place for a race. */
  beforeReceive: (() => void) | null;
  /** Answers instead of git. */
  answer: ((request: GitRequest) => GitAnswer | null) | null;
  close(): Promise<void>;
}

export interface GitRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Every value of the header; two would be an error on GitHub. */
  readonly authorizations: readonly string[];
}

export interface GitAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export async function startGitServer(projectRoot: string, token: string): Promise<GitServer> {
  const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const backends = new Set<ChildProcess>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const authorizations = request.headersDistinct.authorization ?? [];
    const seen: GitRequest = { method: request.method ?? '', path: url.pathname, query: url.search.slice(1), authorizations };
    gitServer.requests.push(seen);
    const answer = gitServer.answer?.(seen) ?? (authorizations.length === 1 && authorizations[0] === expected ? null : refusal);
    if (answer !== null) {
      request.resume();
      response.writeHead(answer.status, answer.headers ?? {}).end(answer.body ?? '');
      return;
    }
    if (url.pathname.endsWith('/git-receive-pack')) gitServer.beforeReceive?.();
    const backend = serve(projectRoot, seen, request, response);
    backends.add(backend);
    backend.on('close', () => backends.delete(backend));
  });
  const gitServer: GitServer = {
    url: '',
    requests: [],
    beforeReceive: null,
    answer: null,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      for (const { pid } of backends) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      server.close(() => resolve());
    }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(gitServer, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

const refusal: GitAnswer = { status: 401, headers: { 'www-authenticate': 'Basic realm="git"' }, body: 'who are you?' };

function serve(projectRoot: string, seen: GitRequest, request: IncomingMessage, response: ServerResponse): ChildProcess {
  const header = (name: string): string => String(request.headers[name] ?? '');
  const backend = spawn('git', ['http-backend'], {
    detached: true,
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: projectRoot,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: header('git-protocol'),
      PATH_INFO: seen.path,
      QUERY_STRING: seen.query,
      REQUEST_METHOD: seen.method,
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      REMOTE_USER: 'robot',
      REMOTE_ADDR: '127.0.0.1',
      ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: header('content-length') }),
    },
  });
  backend.stderr.resume();
  backend.stdin.on('error', () => request.resume());
  request.pipe(backend.stdin);
  let head: Buffer | null = Buffer.alloc(0);
  backend.stdout.on('data', (chunk: Buffer) => {
    if (head === null) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const fields = head.subarray(0, end).toString().split('\r\n').map((line) => line.split(': ') as [string, string]);
    const status = Number(fields.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(fields.filter(([name]) => name !== 'Status')));
    response.write(head.subarray(end + 4));
    head = null;
  });
  backend.on('close', () => response.end());
  return backend;
}
