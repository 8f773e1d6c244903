export * from './bearers.js';
export { newSecret } from './digest.js';
export * from './keys/api-keys.js';
export * from './keys/key-text.js';
export * from './readers.js';
export * from './sign-in/development-sign-in.js';
export * from './tokens/access-tokens.js';
export * from './tokens/parse-ttl.js';
