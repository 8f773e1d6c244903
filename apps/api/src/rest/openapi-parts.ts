export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
export const notLetIn = {
  ...problem('No token; or a key or token that is not known, has expired or was revoked'),
  headers: { 'WWW-Authenticate': { schema: { type: 'string' } } },
};
export const text = { type: 'string' } as const;
