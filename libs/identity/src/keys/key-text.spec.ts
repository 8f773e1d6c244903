import { createHash } from 'node:crypto';
import { isKeyText, keyName, newKeyText } from './key-text.js';

describe('a key', () => {
  it('is 32 random bytes behind a name that people and scanners know, different each time', () => {
    const [one, another] = [newKeyText(), newKeyText()];
    expect(one.text).toMatch(/^cpm_live_[a-z2-9]{8}_[\w-]{43}$/);
    expect(one.text.startsWith(`${keyName(one.publicId)}_`)).toBe(true);
    expect([another.text, another.publicId]).not.toEqual([one.text, one.publicId]);
  });

  it('is kept as the SHA-256 of its whole text', () => {
    const { text, digest } = newKeyText();
    expect(digest).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is told from a token, and from what is none of ours', () => {
    expect(isKeyText(newKeyText().text)).toBe(true);
    for (const other of ['', `cpm_${'a'.repeat(43)}`, 'cpm_live_abcdefgh', newKeyText().text + 'a'])
      expect(isKeyText(other)).toBe(false);
  });
});
