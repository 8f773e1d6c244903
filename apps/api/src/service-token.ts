/** Under this token Nest hands out the service. */
export const SERVICE = Symbol('service');
