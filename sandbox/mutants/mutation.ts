/** A mistake put into the program on purpose, as an exact replacement of text that occurs once. */
export interface Mutation {
  /** What the program does wrong then. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
  /** The exploration must find it. */
  readonly explored?: true;
  /** Test files of which at least one must fail. */
  readonly tests?: readonly string[];
  /** Of these only the tests whose names match are run, where the others take long. A regular expression. */
  readonly named?: string;
  /** The same, of tests that run the bundle: it is built anew for them. */
  readonly scenarios?: readonly string[];
}
