import type { Call } from './robot-run.js';

/** What becomes of a request instead of its answer. */
export type Fault = 'failed' | 'answer lost' | 'refused';

export const faultKinds = ['GitHub read fails', 'git read fails', 'GitHub write fails', 'GitHub write is lost', 'GitHub refuses', 'push fails', 'push answer is lost', 'push is refused'] as const;
export type FaultKind = (typeof faultKinds)[number];

interface FaultDefinition {
  readonly fault: Fault;
  readonly service: Call['service'];
  readonly kind: Call['kind'];
}

const definitions: Readonly<Record<FaultKind, FaultDefinition>> = {
  'GitHub read fails': { fault: 'failed', service: 'GitHub', kind: 'read' },
  'git read fails': { fault: 'failed', service: 'git', kind: 'read' },
  'GitHub write fails': { fault: 'failed', service: 'GitHub', kind: 'write' },
  'GitHub write is lost': { fault: 'answer lost', service: 'GitHub', kind: 'write' },
  'GitHub refuses': { fault: 'refused', service: 'GitHub', kind: 'write' },
  'push fails': { fault: 'failed', service: 'git', kind: 'push' },
  'push answer is lost': { fault: 'answer lost', service: 'git', kind: 'push' },
  'push is refused': { fault: 'refused', service: 'git', kind: 'push' },
};

/** Faults that are prepared, and how many of each have happened. */
export interface Faults {
  armed: Array<{ readonly kind: FaultKind; after: number }>;
  readonly happened: Map<string, number>;
  readonly tell: (words: string) => void;
}

/** The fault prepared for this request, if there is one. */
export function faultFor(call: Call, faults: Faults): Fault | null {
  for (const armed of faults.armed) {
    const { fault, service, kind } = definitions[armed.kind];
    if (call.service !== service || call.kind !== kind) continue;
    if (armed.after > 0) {
      armed.after -= 1;
      continue;
    }
    faults.armed = faults.armed.filter((other) => other !== armed);
    count(faults, armed.kind);
    faults.tell(`${armed.kind}: "${call.name}"`);
    return fault;
  }
  return null;
}

export function count(faults: Pick<Faults, 'happened'>, what: string): void {
  faults.happened.set(what, (faults.happened.get(what) ?? 0) + 1);
}
