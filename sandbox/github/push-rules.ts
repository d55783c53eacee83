import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RefChange } from './api.js';
import { absent, git } from './git.js';
import type { Service } from './service.js';
import type { Actor, Repository } from './state.js';

/** How a push is judged before its refs move: by a hook of the server, which sees the objects still in quarantine. */
export interface PushRules {
  readonly environment: Readonly<Record<string, string>>;
  /** What the client reads behind `[remote rejected]`, should the hook refuse. */
  readonly reason: string | null;
}

/** Most pushes have no hook, and so start no process for one. */
export const plainPushRules: PushRules = { environment: {}, reason: null };

const refuseScript = '#!/bin/sh\nprintf "%s\\n" "$SANDBOX_REFUSAL" >&2\nexit 1\n';

/**
 * GitHub lets a token without the right to change workflows push a workflow file only if the same path with the same
 * content is on some branch already. The list of those is in the file named by SANDBOX_KNOWN_WORKFLOWS.
 */
const workflowScript = `#!/bin/sh
while read -r old new ref; do
  case "$new" in *[!0]*) ;; *) continue ;; esac
  if git ls-tree -r --full-tree "$new" -- .github/workflows/ | grep -vxF -f "$SANDBOX_KNOWN_WORKFLOWS" >/dev/null; then
    printf '%s\\n' "$SANDBOX_REFUSAL" >&2
    exit 1
  fi
done
exit 0
`;

/** Writes the hooks once per sandbox. */
export async function installHooks(directory: string): Promise<void> {
  for (const [name, script] of [['refuse', refuseScript], ['workflows', workflowScript]] as const) {
    const folder = join(directory, 'hooks', name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'pre-receive'), script);
    await chmod(join(folder, 'pre-receive'), 0o755);
  }
}

function withHook(service: Service, name: 'refuse' | 'workflows', reason: string, extra: Readonly<Record<string, string>> = {}): PushRules {
  const hooks = join(service.directory, 'hooks', name);
  return {
    reason,
    environment: { ...extra, SANDBOX_REFUSAL: reason, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: hooks },
  };
}

export function refusal(service: Service, message: string): PushRules {
  return withHook(service, 'refuse', message);
}

/** The job's own token, and any token whose permissions are listed without `workflows: write`, may not change workflow files. */
export async function workflowRules(service: Service, repository: Repository, by: Actor, commands: readonly RefChange[]): Promise<PushRules> {
  const permissions = by.token?.permissions;
  const restricted = by.kind === 'job' || (permissions !== undefined && permissions.workflows !== 'write');
  if (!restricted || commands.every(({ after }) => after === absent)) return plainPushRules;
  const known = new Set<string>();
  for (const sha of new Set((await repository.git.branches()).values())) {
    const { stdout } = await git(repository.git.directory, ['ls-tree', '-r', '--full-tree', sha, '--', '.github/workflows/']);
    for (const line of stdout.toString().split('\n')) if (line !== '') known.add(line);
  }
  const list = join(service.directory, `known-workflows-${repository.id}`);
  await writeFile(list, [...known].map((line) => `${line}\n`).join(''));
  const reason = 'refusing to allow a GitHub App to create or update workflow without `workflows` permission';
  return withHook(service, 'workflows', reason, { SANDBOX_KNOWN_WORKFLOWS: list });
}

const declined = 'pre-receive hook declined';

/** Puts the reason where GitHub puts it: behind `ng <ref>` in the report, which git multiplexes in band 1. */
export function rewriteRefusals(body: Buffer, reason: string): Buffer {
  if (!body.includes(declined)) return body;
  const report: Buffer[] = [];
  const rest: Buffer[] = [];
  for (const packet of packets(body)) {
    if (packet[0] === 1) report.push(packet.subarray(1));
    else if (packet.length > 0) rest.push(packet);
  }
  const lines = packets(Buffer.concat(report)).map((line) => Buffer.from(line.toString().replace(declined, reason)));
  const inner = Buffer.concat([...lines.filter((line) => line.length > 0).map(packet), flush]);
  return Buffer.concat([...rest.map(packet), packet(Buffer.concat([Buffer.from([1]), inner])), flush]);
}

const flush = Buffer.from('0000');

function packet(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from((content.length + 4).toString(16).padStart(4, '0')), content]);
}

/** Contents of packet lines; a flush is an empty one. */
function packets(body: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  let offset = 0;
  while (offset + 4 <= body.length) {
    const length = Number.parseInt(body.subarray(offset, offset + 4).toString(), 16);
    if (Number.isNaN(length)) break;
    found.push(body.subarray(offset + 4, offset + Math.max(length, 4)));
    offset += Math.max(length, 4);
  }
  return found;
}
