import type { State } from '../codes.js';

/** One picture for each state, wherever an outcome is named. */
export function stateIcon(state: State): string {
  switch (state) {
    case 'success':
      return '✅';
    case 'pending':
      return '⏳';
    case 'failure':
      return '❌';
    case 'neutral':
      return 'ℹ️';
  }
}
