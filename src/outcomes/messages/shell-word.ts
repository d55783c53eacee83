/** What a POSIX shell takes as it stands. */
const plainWord = /^[A-Za-z0-9_./-]+$/;
/** Nobody should copy a command whose characters do not show, or show in another order. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/**
 * A text as one word of a POSIX shell, for commands that people copy. A name that begins with `-` is still an option to
 * the program: the caller must put it where it cannot be one.
 */
export function shellWord(text: string): string {
  if (plainWord.test(text)) {
    return text;
  }
  return invisible.test(text) ? dollarQuoted(text) : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** `$'…'` with every invisible character as its bytes in octal. */
function dollarQuoted(text: string): string {
  const characters = Array.from(text, (character) => {
    if (character === "'" || character === '\\') {
      return `\\${character}`;
    }
    return invisible.test(character) ? octalBytes(character) : character;
  });
  return `$'${characters.join('')}'`;
}

function octalBytes(character: string): string {
  return Array.from(new TextEncoder().encode(character), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
