import { visible } from './terminal.js';

export interface ProblemFields {
  readonly what: string;
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
}

/** Something the caller can put right: told without a stack trace, exit status 2. */
export class Problem extends Error {
  readonly fields: ProblemFields;

  constructor(fields: ProblemFields, options?: ErrorOptions) {
    super(fields.what, options);
    this.name = 'Problem';
    this.fields = fields;
  }

  /** For a person, a line per field. */
  get text(): string {
    const { what, where, expected, found, remedy } = this.fields;
    return [
      visible(what),
      `  where:      ${visible(where)}`,
      `  expected:   ${visible(expected)}`,
      `  found:      ${visible(found)}`,
      `  what to do: ${visible(remedy)}`,
    ].join('\n');
  }
}
