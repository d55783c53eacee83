import { parseCommand, type WorkflowCommand } from './command.js';
import type { Secrets } from './secrets.js';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  /** Masked, at most 4,096 characters. */
  readonly message: string;
  /** `title`, `file`, `line`, `endLine`, `col`, `endColumn` as given. */
  readonly properties: Readonly<Record<string, string>>;
}

const annotationsPerLevel = 10;
const annotationLength = 4096;
const commandNames = [
  'error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'set-output', 'save-state', 'stop-commands', 'echo',
  'set-env', 'add-path', 'add-matcher', 'remove-matcher',
];

/** Reads what a step prints, line by line, obeys the commands in it and keeps the log a visitor of the run would see. */
export class StepLog {
  readonly lines: string[] = [];
  readonly rawLines: string[] = [];
  readonly annotations: Annotation[] = [];
  /** Annotations past the ten GitHub keeps of each level in one step; the log still has them. */
  readonly droppedAnnotations: Annotation[] = [];
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  /** True once a command could not be carried out, which fails the step whatever its exit status. */
  commandFailed = false;

  private readonly registered = new Set(commandNames);
  private stopToken: string | undefined;
  private echo = false;

  constructor(private readonly secrets: Secrets, private readonly debugEnabled: boolean) {}

  /** One line as printed, without its line end. */
  read(line: string): void {
    this.rawLines.push(line);
    const command = parseCommand(line, this.registered);
    if (command === undefined || !this.obey(command, line)) this.write(line);
  }

  /** A message of the runner itself, shown in the log and as an annotation. */
  annotate(level: AnnotationLevel, message: string, properties: Readonly<Record<string, string>> = {}): void {
    const masked = this.secrets.mask(message);
    const annotation = { level, message: masked.slice(0, annotationLength), properties };
    const kept = this.annotations.filter((other) => other.level === level).length < annotationsPerLevel;
    (kept ? this.annotations : this.droppedAnnotations).push(annotation);
    this.lines.push(`##[${level}]${masked}`);
  }

  /** A runner-side failure: the step fails. */
  fail(message: string): void {
    this.commandFailed = true;
    this.annotate('error', message);
  }

  private write(line: string): void {
    this.lines.push(this.secrets.mask(line));
  }

  /** False when the line is plain text after all. */
  private obey(command: WorkflowCommand, line: string): boolean {
    if (this.stopToken !== undefined) {
      if (command.name !== this.stopToken.toLowerCase()) return false;
      this.registered.delete(command.name);
      this.stopToken = undefined;
      this.write(line);
      return true;
    }
    if (this.echo && !['add-mask', 'debug', 'error', 'warning', 'notice', 'group', 'endgroup'].includes(command.name)) this.write(line);
    switch (command.name) {
      case 'error': case 'warning': case 'notice':
        this.annotate(command.name, command.data, Object.fromEntries(command.properties));
        break;
      case 'debug':
        if (this.debugEnabled) this.write(`##[debug]${command.data}`);
        break;
      case 'group':
        this.write(`##[group]${command.data}`);
        break;
      case 'endgroup':
        this.write('##[endgroup]');
        break;
      case 'add-mask':
        if (command.data.trim() === '') this.annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
        else this.secrets.add(command.data);
        break;
      case 'set-output': case 'save-state':
        this.keep(command, line);
        break;
      case 'stop-commands':
        this.stop(command.data, line);
        break;
      case 'echo':
        this.echo = command.data.trim().toLowerCase() === 'on';
        break;
      case 'set-env': case 'add-path':
        this.fail(`Unable to process command '${line}' successfully. The \`${command.name}\` command is disabled.`);
        break;
      default: // Problem matchers: taken from the log, without effect here.
        break;
    }
    return true;
  }

  private keep(command: WorkflowCommand, line: string): void {
    const name = command.properties.get('name');
    if (name === undefined || name === '') {
      this.fail(`Unable to process command '${line}' successfully. Required field 'name' is missing in ##[${command.name}] command.`);
      return;
    }
    (command.name === 'set-output' ? this.outputs : this.state).set(name, command.data);
    this.annotate('warning', `The \`${command.name}\` command is deprecated and will be disabled soon.`);
  }

  private stop(token: string, line: string): void {
    if (token === '' || this.registered.has(token.toLowerCase()) || token === 'pause-logging') {
      this.fail(`Unable to process command '${line}' successfully. Invalid stop-commands token.`);
      return;
    }
    this.stopToken = token;
    this.registered.add(token.toLowerCase());
    this.write(line);
  }
}

/**
 * Cuts a stream into lines the way the runner does: at CR LF, at LF and at a lone CR, so that a carriage return in a printed
 * text starts a new line in which a command is obeyed.
 */
export class LineSplitter {
  private rest = '';

  constructor(private readonly onLine: (line: string) => void) {}

  write(text: string): void {
    this.rest += text;
    let start = 0;
    for (const end of this.rest.matchAll(/\r\n|\n|\r(?!$)/g)) {
      this.onLine(this.rest.slice(start, end.index));
      start = end.index + end[0].length;
    }
    this.rest = this.rest.slice(start);
  }

  end(): void {
    if (this.rest !== '') this.onLine(this.rest.endsWith('\r') ? this.rest.slice(0, -1) : this.rest);
    this.rest = '';
  }
}
