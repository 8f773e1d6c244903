/** Fonts, sizes, colours, positions and fields (ECMA-376 part 1, 18.3.1.46). */
const CODES = /&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z+-])/gi;

/**
 * The left, middle and right of a header or footer without their codes, which stand right before words; nothing for any
 * other element.
 */
export const headerFooterTexts = (element: string, text: string): readonly string[] =>
  /^(?:odd|even|first)(?:Header|Footer)$/.test(element) && text.includes('&')
    ? text
        .split(/&[LCR]/)
        .map((part) => part.replace(CODES, ' ').trim())
        .filter((part) => part !== '')
    : [];
