import { parse } from 'yaml';
import { property } from './property.js';

export interface ActionMetadata {
  readonly inputs: ReadonlyMap<string, { readonly default?: string; readonly deprecation?: string }>;
}

/** Reads the part of `action.yml` the runner needs. Throws on a file that is no action metadata. */
export function readMetadata(text: string): ActionMetadata {
  const document: unknown = parse(text);
  const declared = property(document, 'inputs');
  const inputs = new Map<string, { readonly default?: string; readonly deprecation?: string }>();
  if (property(document, 'runs') === undefined) throw new Error('The action metadata has no "runs" section.');
  if (declared !== undefined && declared !== null) {
    for (const [name, definition] of Object.entries(declared)) {
      const fallback = scalar(property(definition, 'default'));
      const deprecation = scalar(property(definition, 'deprecationMessage'));
      inputs.set(name, {
        ...(fallback === undefined ? {} : { default: fallback }),
        ...(deprecation === undefined ? {} : { deprecation }),
      });
    }
  }
  return { inputs };
}

export interface ResolvedInputs {
  /** `INPUT_<NAME>`: spaces become `_`, upper-case, dashes stay. */
  readonly environment: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/**
 * Applies the defaults of the metadata to what a workflow gave in `with`. An input given as an empty string stays empty;
 * names compare without case. `context` answers the expressions a default may hold, such as `github.token`.
 */
export function resolveInputs(
  metadata: ActionMetadata,
  given: Readonly<Record<string, string>>,
  context: Readonly<Record<string, string>>,
): ResolvedInputs {
  const values = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const declared = new Map([...metadata.inputs].map(([name, definition]) => [name.toLowerCase(), definition]));
  const unexpected = Object.keys(given).filter((name) => !declared.has(name.toLowerCase()));
  const warnings: string[] = [];
  if (unexpected.length > 0) {
    warnings.push(`Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted([...metadata.inputs.keys()])}]`);
  }
  for (const [name, definition] of declared) {
    if (values.has(name)) {
      if (definition.deprecation !== undefined) warnings.push(`Input '${name}' has been deprecated with message: ${definition.deprecation}`);
    } else if (definition.default !== undefined) {
      values.set(name, evaluate(definition.default, context));
    }
  }
  return { environment: Object.fromEntries([...values].map(([name, value]) => [variableName(name), value])), warnings };
}

function variableName(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

function evaluate(text: string, context: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{([^{}]*)\}\}/g, (whole, expression: string) => {
    const value = context[expression.trim()];
    if (value === undefined) throw new Error(`The runner simulator cannot evaluate ${whole} in a default of action.yml.`);
    return value;
  });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
