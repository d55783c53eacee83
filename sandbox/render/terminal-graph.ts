import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface TerminalGraphOptions {
  /** Path of the bare repository. */
  readonly repository: string;
  /** Full ref names, or SHAs, to start from; by default all branches. */
  readonly refs?: readonly string[];
  /** Readable names for commits, by SHA, shown instead of the abbreviated SHA. */
  readonly names?: ReadonlyMap<string, string>;
  /** Whether to colour; by default if standard output is a terminal. */
  readonly colour?: boolean;
  readonly limit?: number;
}

/**
 * The branch graph of a bare repository as `git log --graph` draws it, a line per commit: name, branches, subject. What comes
 * from commits is stripped of control characters, so that it cannot steer the terminal. Rejects when git does.
 */
export async function terminalGraph(options: TerminalGraphOptions): Promise<string> {
  const starts = options.refs ?? ['--branches'];
  if (options.refs?.some((ref) => ref.startsWith('-')) === true) throw new Error('A ref cannot start with a dash.');
  const { stdout } = await execute('git', [
    `--git-dir=${options.repository}`, 'log', '--graph', '--topo-order', '--no-color', `--max-count=${options.limit ?? 200}`,
    '--format=%x1f%H%x1f%h%x1f%D%x1f%s', '--decorate=full', '--decorate-refs=refs/heads/', '--decorate-refs=refs/tags/', ...starts, '--',
  ], { env: { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C.UTF-8' }, maxBuffer: 64 * 1024 * 1024 });
  const paint = options.colour ?? process.stdout.isTTY ? coloured : plain;
  return stdout.split('\n').map((line) => drawLine(line, options.names, paint)).join('\n').trimEnd();
}

type Paint = (code: number, text: string) => string;
const plain: Paint = (_code, text) => text;
const coloured: Paint = (code, text) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`);

function drawLine(line: string, names: ReadonlyMap<string, string> | undefined, paint: Paint): string {
  const [graph = '', sha = '', short = '', decoration = '', ...subject] = line.split('\u001f').map(withoutControls);
  if (sha === '') return graph.trimEnd();
  const refs = decoration.split(', ').filter((ref) => ref !== '')
    .map((ref) => ref.replace(/^(?:HEAD -> )?(?:tag: )?refs\/(?:heads|tags)\//, ''));
  return [
    `${graph}${paint(33, names?.get(sha) ?? short)}`,
    ...(refs.length === 0 ? [] : [paint(36, `(${refs.join(', ')})`)]),
    subject.join(' '),
  ].join(' ');
}

function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}
