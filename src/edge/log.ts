/**
 * The runner obeys `::command::` at the start of a line and `##[command]` anywhere in it, in anything that is printed. All
 * text of this action passes through here, so that nothing from outside can be read as a command (spec 6).
 */
export function safeLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .replaceAll('##[', '#\u200B#[')
    .replace(/^\s*::/, '\u200B::');
}
