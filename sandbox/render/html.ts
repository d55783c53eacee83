const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const comment = /<!--[\s\S]*?(?:-->|$)/;
const keptTag = /<(?<close>\/?)(?<name>details|summary|br|code|sub|sup|kbd)(?<open>\s+open)?\s*\/?>/;
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/;
const special = new RegExp([comment, keptTag, entity, /[&<>"']/].map((pattern) => pattern.source).join('|'), 'gi');

/**
 * HTML written inside Markdown: only `details` (with `open`), `summary`, `br`, `code`, `sub`, `sup` and `kbd` stay tags, everything
 * else becomes visible text. HTML comments vanish, as on GitHub. What is left open ends with its section, by HTML's own rules.
 */
export function sanitizeHtml(html: string): string {
  return html.replace(special, (...match: unknown[]) => {
    const text = match[0] as string;
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    if (groups.name !== undefined) return rebuildTag(groups.name.toLowerCase(), groups.close === '/', groups.open !== undefined);
    if (text.startsWith('<!--')) return '';
    return text.length > 1 ? text : escapeHtml(text);
  });
}

/** Written anew rather than copied, so that no attribute survives. */
function rebuildTag(name: string, close: boolean, open: boolean): string {
  if (close) return `</${name}>`;
  return open && name === 'details' ? '<details open>' : `<${name}>`;
}
