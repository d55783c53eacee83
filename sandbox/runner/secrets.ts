/**
 * What the runner hides in logs, annotations and summaries: every registered value, each of its lines, and the forms in which
 * a value commonly travels (base64 at its three possible offsets, URI data, JSON string).
 */
export class Secrets {
  private readonly values = new Set<string>();
  private readonly forms = new Set<string>();

  add(value: string): void {
    for (const part of [value, ...value.split(/[\r\n]+/)]) {
      if (part.trim() === '') continue;
      this.values.add(part);
      for (const form of formsOf(part)) this.forms.add(form);
    }
  }

  /** The values as registered, in order, without their derived forms. */
  list(): readonly string[] {
    return [...this.values];
  }

  /** Longest form first, so that a value holding another one disappears whole. */
  mask(text: string): string {
    let masked = text;
    for (const form of [...this.forms].sort((a, b) => b.length - a.length)) masked = masked.replaceAll(form, '***');
    return masked;
  }

  isIn(text: string): boolean {
    return [...this.forms].some((form) => text.includes(form));
  }
}

function formsOf(value: string): readonly string[] {
  return [value, encodeURIComponent(Buffer.from(value).toString()), JSON.stringify(value).slice(1, -1), ...base64Forms(value)];
}

/**
 * Inside a longer text that is encoded as a whole (`x-access-token:<token>`), a value starts at one of three offsets; the
 * characters at both ends mix with their neighbours and are left out. Short values would hide half the log: not derived.
 */
function base64Forms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  if (bytes.length < 6) return [];
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replace(/=+$/, '');
    const start = offset === 0 ? 0 : offset + 1;
    const bits = (offset + bytes.length) * 8;
    return encoded.slice(start, Math.floor(bits / 6));
  });
}
